import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { Facts } from '@/app/_kit/facts'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { Minute } from '@/app/_ledger/when'
import { RULESET } from '@/lib/domain/sourcing/types'
import { VERSION } from '@/lib/domain/version'
import { systemView } from '@/lib/queries/system/overview'
import { getDatabase } from '@/lib/web/database'
import { recentErrors } from '@/lib/web/log/errors'
import { requireUser } from '@/lib/web/session'
import { Errors } from './errors'
import { Failures } from './failures'
import { Slow } from './slow'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('system')
  return { title: t('title'), robots: { index: false } }
}

const MB = 1_000_000

export default async function System() {
  const viewer = await requireUser('/desk/system')
  const t = await getTranslations('system')
  const format = await getFormatter()
  const view = await systemView(getDatabase(), viewer)
  if (!view)
    return (
      <>
        <PageTitle>{t('title')}</PageTitle>
        <p>{t('onlyAdmins')}</p>
      </>
    )
  const { database, work, bytes, backup, failed, slow } = view
  const errors = recentErrors()
  const begun = new Date(Date.now() - process.uptime() * 1000).toISOString()
  const megabytes = (bytes: number) =>
    t('megabytes', { n: format.number(bytes / MB, { maximumFractionDigits: 1 }) })
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <Facts
        rows={[
          [t('version'), t('versions', { code: VERSION, rules: RULESET, node: process.versions.node })],
          [t('begun'), <Minute at={begun} />],
          [
            t('database'),
            `${t(`kind_${database.kind}`, { version: database.version })}, ${megabytes(bytes)}`,
          ],
          [t('migrations'), t('migrationsText', { n: database.migrations, last: database.lastMigration })],
          [t('jobs'), t('jobsText', { waiting: 0, running: 0, failed: 0, ...work.jobs })],
          [t('deliveries'), t('deliveriesText', { waiting: 0, failed: 0, ...work.deliveries })],
          [
            t('backup'),
            backup ? (
              <>
                <Minute at={backup.startedAt} /> · {backup.name}, {megabytes(backup.bytes)}
              </>
            ) : (
              t('backupNone')
            ),
          ],
        ]}
      />
      <Section title={t('failedTitle')}>
        {failed.length === 0 ? <p className="text-muted">{t('failedNone')}</p> : <Failures jobs={failed} />}
      </Section>
      <Section title={t('slowTitle')} note={t('slowNote')}>
        {slow.length === 0 ? <p className="text-muted">{t('slowNone')}</p> : <Slow statements={slow} />}
      </Section>
      <Section title={t('errorsTitle')} note={t('errorsNote')}>
        {errors.length === 0 ? <p className="text-muted">{t('errorsNone')}</p> : <Errors errors={errors} />}
      </Section>
    </>
  )
}
