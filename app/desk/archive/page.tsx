import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { mayArchive } from '@/lib/queries/archive/archive'
import { requireUser } from '@/lib/web/session'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('archive')
  return { title: t('title'), robots: { index: false } }
}

/** Where an admin takes the ledger along: all of it, or what readers may see. */
export default async function Archives() {
  const viewer = await requireUser('/desk/archive')
  const t = await getTranslations('archive')
  if (!mayArchive(viewer))
    return (
      <>
        <PageTitle>{t('title')}</PageTitle>
        <p>{t('onlyAdmins')}</p>
      </>
    )
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      {(['full', 'public'] as const).map((kind) => (
        <Section key={kind} title={t(`${kind}Title`)}>
          <p className="mb-3 max-w-[70ch]">{t(`${kind}Text`)}</p>
          <a href={`/desk/archive/${kind}`} download className="button button-quiet no-underline">
            {t(`${kind}Take`)}
          </a>
        </Section>
      ))}
      <Section title={t('readTitle')}>
        <p className="max-w-[70ch]">
          {t.rich('readText', { code: (text) => <code className="whitespace-nowrap">{text}</code> })}
        </p>
      </Section>
    </>
  )
}
