import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { HeadCell } from '@/app/_kit/head-cell'
import { Notice } from '@/app/_kit/notice'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { Moment } from '@/app/_ledger/when'
import { can } from '@/lib/domain/actor'
import { listWebhooks } from '@/lib/queries/webhooks/hooks'
import { getDatabase } from '@/lib/web/database'
import { readSaid } from '@/lib/web/flash'
import { requireUser } from '@/lib/web/session'
import { NewSecret } from '../parts/new-secret'
import { Phone } from '../parts/phone'
import { WebhookFields } from './fields'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('webhooks')
  return { title: t('title'), robots: { index: false } }
}

const FIELDS = ['url', 'description', 'subjects']
const CELL =
  'border-rule py-1.5 pe-4 align-baseline last:pe-0 max-sm:block max-sm:py-0.5 max-sm:last:border-b max-sm:last:pb-3 max-sm:first:pt-3 sm:border-b'

export default async function Webhooks() {
  const viewer = await requireUser('/desk/webhooks')
  const t = await getTranslations('webhooks')
  if (!can(viewer, 'administer', { kind: 'webhook' }))
    return (
      <>
        <PageTitle>{t('title')}</PageTitle>
        <p>{t('onlyAdmins')}</p>
      </>
    )
  const hooks = await listWebhooks(getDatabase(), viewer)
  const { said, refusal, typed, secret } = await readSaid()
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      {said === 'removed' ? <Notice>{t('removed')}</Notice> : null}
      {refusal ? (
        <Notice title={t('refused')}>{FIELDS.includes(refusal.field ?? '') ? null : refusal.sentence}</Notice>
      ) : null}
      {secret ? (
        <NewSecret
          title={t('newTitle', { url: secret.name })}
          text={t('newText')}
          value={secret.value}
          copy={t('copy')}
          copied={t('copied')}
        />
      ) : null}
      <p className="max-w-[65ch]">
        {t.rich('intro', { link: (text) => <Link href={'/api#webhooks' as '/'}>{text}</Link> })}
      </p>
      <Section title={t('listTitle')}>
        {hooks.length === 0 ? (
          <p className="text-muted">{t('none')}</p>
        ) : (
          <div className="scroll-x">
            <table className="w-full max-sm:block">
              <caption className="sr-only">{t('listTitle')}</caption>
              <thead className="max-sm:sr-only">
                <tr>
                  <HeadCell>{t('url')}</HeadCell>
                  <HeadCell>{t('subjects')}</HeadCell>
                  <HeadCell>{t('state')}</HeadCell>
                  <HeadCell>{t('last')}</HeadCell>
                </tr>
              </thead>
              <tbody className="max-sm:block">
                {hooks.map((hook) => (
                  <tr key={hook.id} className="max-sm:block">
                    <th scope="row" className={`${CELL} text-start font-normal`}>
                      <Link href={`/desk/webhooks/${hook.id}` as '/'} className="break-all">
                        {hook.url}
                      </Link>
                      {hook.description ? <p className="text-muted">{hook.description}</p> : null}
                    </th>
                    <td className={CELL}>
                      <Phone>{t('subjects')}</Phone>
                      {hook.subjects.map((subject) => t(`subject_${subject}`)).join(', ')}
                    </td>
                    <td className={CELL}>
                      <Phone>{t('state')}</Phone>
                      {t(`state_${hook.state}`)}
                      {hook.state === 'active' && hook.failingSince ? (
                        <p>
                          {t('failing')} <Moment at={hook.failingSince} />
                        </p>
                      ) : null}
                      {hook.waiting > 0 ? (
                        <p className="text-muted">{t('waiting', { n: hook.waiting })}</p>
                      ) : null}
                    </td>
                    <td className={CELL}>
                      <Phone>{t('last')}</Phone>
                      {hook.lastAt ? <Moment at={hook.lastAt} /> : t('never')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Section>
      <Section title={t('addTitle')}>
        <form method="post" action="/desk/webhooks/add" className="grid max-w-[40rem] gap-4">
          <WebhookFields url={typed?.url} description={typed?.description} error={refusal} />
          <div>
            <button type="submit" className="button">
              {t('add')}
            </button>
          </div>
        </form>
      </Section>
    </>
  )
}
