import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Checkbox } from '@/app/_kit/checkbox'
import { Notice } from '@/app/_kit/notice'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { Moment } from '@/app/_ledger/when'
import { deliveriesOf } from '@/lib/queries/webhooks/deliveries'
import { listWebhooks } from '@/lib/queries/webhooks/hooks'
import { getDatabase } from '@/lib/web/database'
import { readSaid } from '@/lib/web/flash'
import { requireUser } from '@/lib/web/session'
import { WebhookFields } from '../fields'
import { Deliveries } from './deliveries'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('webhooks')
  return { title: t('one'), robots: { index: false } }
}

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ before?: string | string[] }>
}

const SAID = ['changed', 'again'] as const

export default async function Webhook({ params, searchParams }: Props) {
  const { id } = await params
  const viewer = await requireUser(`/desk/webhooks/${id}`)
  const db = getDatabase()
  const { before } = await searchParams
  const [[hook], log] = await Promise.all([
    listWebhooks(db, viewer, { id }),
    deliveriesOf(db, viewer, id, typeof before === 'string' ? before : undefined),
  ])
  if (!hook || !log) notFound()
  const t = await getTranslations('webhooks')
  const { said, refusal, typed } = await readSaid()
  const went = SAID.find((one) => one === said)
  const subject = (
    <>
      <input type="hidden" name="webhook" value={hook.id} />
      <input type="hidden" name="version" value={hook.version} />
    </>
  )
  return (
    <>
      <PageTitle>{t('one')}</PageTitle>
      <p className="mb-4">
        <Link href={'/desk/webhooks' as '/'}>{t('back')}</Link>
      </p>
      {went ? <Notice>{t(went)}</Notice> : null}
      {refusal ? <Notice title={t('refused')}>{refusal.sentence}</Notice> : null}
      {hook.state === 'failed' ? <Notice title={t('state_failed')}>{t('failedText')}</Notice> : null}
      <form method="post" action="/desk/webhooks/change" className="grid max-w-[40rem] gap-4">
        {subject}
        <WebhookFields
          url={typed?.url ?? hook.url}
          description={typed?.description ?? hook.description}
          subjects={hook.subjects}
          error={refusal}
        />
        <Checkbox name="active" value="yes" label={t('active')} defaultChecked={hook.state === 'active'} />
        <div className="flex flex-wrap gap-3">
          <button type="submit" className="button">
            {t('save')}
          </button>
          <button
            type="submit"
            formAction="/desk/webhooks/remove"
            formNoValidate
            className="button button-quiet"
          >
            {t('remove')}
          </button>
        </div>
      </form>
      <p className="mt-4 text-small text-muted">
        {t('addedBy', { name: hook.byName })} <Moment at={hook.createdAt} />
      </p>
      <Section title={t('log')} note={t('logNote')}>
        <Deliveries rows={log.rows} webhook={hook} />
        {log.before ? (
          <p className="mt-3">
            <Link href={`/desk/webhooks/${hook.id}?before=${log.before}` as '/'}>{t('older')}</Link>
          </p>
        ) : null}
      </Section>
    </>
  )
}
