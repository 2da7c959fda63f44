import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { HeadCell } from '@/app/_kit/head-cell'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { PageFoot } from '@/app/page-foot'
import { GROUPS, type Group, PROBLEMS } from '@/lib/domain/api'
import { SCOPES } from '@/lib/domain/input/api'
import { siteAddress } from '@/lib/web/address'
import { OperationView } from './operation'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('api'))('title'),
})

const RULES = ['keys', 'versions', 'again', 'refusals', 'limits', 'pages', 'other'] as const
const GROUP_IDS = Object.keys(GROUPS) as Group[]

/** The reference of the API, from the table that the API itself follows. */
export default async function ApiPage() {
  const t = await getTranslations('api')
  const k = await getTranslations('keys')
  const site = await siteAddress()
  return (
    <article>
      <PageTitle>{t('title')}</PageTitle>
      <p className="max-w-[65ch] font-serif text-xl leading-snug">{t('intro')}</p>
      <p className="mt-3 max-w-[65ch]">
        {t.rich('where', {
          base: () => <code className="break-all">{site}/api/v1</code>,
          openapi: (text) => <a href="/api/v1/openapi.json">{text}</a>,
        })}
      </p>
      <nav aria-label={t('parts')} className="mt-3">
        <ul className="flex flex-wrap gap-x-5">
          {GROUP_IDS.map((group) => (
            <li key={group}>
              <a href={`#${group}`}>{t(`group_${group}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Section title={t('rules')}>
        <dl className="grid gap-x-10 gap-y-4 md:grid-cols-2">
          {RULES.map((rule) => (
            <div key={rule}>
              <dt className="font-medium">{t(`rule_${rule}`)}</dt>
              <dd className="max-w-[60ch]">
                {t.rich(`rule_${rule}_text`, {
                  code: (text) => <code>{text}</code>,
                  account: (text) => <Link href={'/desk/account#keys' as '/'}>{text}</Link>,
                })}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('scopes')}>
        <dl className="grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-5 gap-y-1">
          {SCOPES.map((scope) => (
            <div key={scope} className="col-span-2 grid grid-cols-subgrid">
              <dt>
                <code>{scope}</code>
              </dt>
              <dd>{k(`scope_${scope}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      {GROUP_IDS.map((group) => (
        <Section key={group} id={group} title={t(`group_${group}`)}>
          {group === 'webhooks' ? <p className="mb-4 max-w-[65ch]">{t('webhooksText')}</p> : null}
          {Object.entries(GROUPS[group]).map(([id, operation]) => (
            <OperationView key={id} id={id} operation={operation} site={site} />
          ))}
        </Section>
      ))}
      <Section title={t('problems')} note={t('problemsNote')}>
        <table>
          <caption className="sr-only">{t('problems')}</caption>
          <thead>
            <tr>
              <HeadCell>{t('status')}</HeadCell>
              <HeadCell>{t('means')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {Object.entries(PROBLEMS).map(([status, means]) => (
              <tr key={status}>
                <th scope="row" className="numbers border-b border-rule py-1 pe-4 text-start font-normal">
                  {status}
                </th>
                <td className="border-b border-rule py-1">{means}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <PageFoot folder="" address="/api" />
    </article>
  )
}
