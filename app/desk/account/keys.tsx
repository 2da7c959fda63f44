import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Section } from '@/app/_kit/section'
import type { KeyRow } from '@/lib/queries/api-keys'
import type { Flash } from '@/lib/web/flash'
import { KeyForm } from '../parts/key-form'
import { KeyTable } from '../parts/key-table'

/** One's own keys for programs. */
export async function Keys({ keys, said }: { keys: readonly KeyRow[]; said: Flash }) {
  const t = await getTranslations('keys')
  return (
    <Section
      title={t('title')}
      note={t.rich('note', { link: (text) => <Link href={'/api' as '/'}>{text}</Link> })}
      id="keys"
    >
      <KeyTable keys={keys} revoke="/desk/account/keys/revoke" />
      <KeyForm
        action="/desk/account/keys/make"
        typed={said.typed?.keyName}
        error={said.typed && 'keyName' in said.typed ? said.refusal : undefined}
      />
    </Section>
  )
}
