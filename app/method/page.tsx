import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HeadCell } from '@/app/_kit/head-cell'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { StatusBadge } from '@/app/_ledger/status-badge'
import { FLAGS, RULES, STATUSES } from '@/lib/domain/sourcing/types'
import { PageFoot } from '../page-foot'
import { WorkedCases } from './cases'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('method'))('title'),
})

/** The status that each rule gives (rules.md §2.6). */
const STATUS_OF = {
  R1: 'not_checkable',
  R2: 'contested',
  R3: 'contradicted',
  R4: 'documented',
  R5: 'corroborated',
  R6: 'single_source',
  R7: 'anonymous_only',
  R8: 'self_sourced',
  R9: 'untraced',
  R10: 'circular',
  R11: 'unsourced',
} as const

const QUESTIONS = ['questionSaid', 'questionRests', 'questionTrue'] as const
const STEPS = ['walk1', 'walk2', 'walk3', 'walk4', 'walk5'] as const
const LIMITS = ['limit1', 'limit2', 'limit3', 'limit4'] as const

export default async function MethodPage() {
  const t = await getTranslations()
  return (
    <article>
      <PageTitle>{t('method.title')}</PageTitle>
      <p className="max-w-[65ch] font-serif text-xl leading-snug">{t('method.intro')}</p>
      <Section title={t('method.questionsTitle')}>
        <dl className="grid gap-x-8 gap-y-4 md:grid-cols-3">
          {QUESTIONS.map((key) => (
            <div key={key}>
              <dt className="font-serif text-body italic">{t(`method.${key}`)}</dt>
              <dd className="mt-1">{t(`method.${key}Text`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('method.statusesTitle')}>
        <dl className="grid gap-x-8 gap-y-2.5 md:grid-cols-2">
          {STATUSES.map((status) => (
            <div key={status} id={status}>
              <dt>
                <StatusBadge status={status} />
              </dt>
              <dd className="text-muted">{t(`statusMeaning.${status}`)}</dd>
            </div>
          ))}
        </dl>
        <p className="mt-4 max-w-[70ch]">{t('method.unsupportedNote')}</p>
      </Section>
      <Section title={t('method.walkTitle')}>
        <ol className="max-w-[70ch] list-decimal space-y-1.5 ps-5 text-body">
          {STEPS.map((key) => (
            <li key={key}>{t(`method.${key}`)}</li>
          ))}
        </ol>
      </Section>
      <Section title={t('method.rulesTitle')}>
        <p className="mb-3 max-w-[70ch]">{t('method.rulesIntro')}</p>
        <table className="w-full">
          <caption className="sr-only">{t('method.rulesTitle')}</caption>
          <thead>
            <tr>
              <HeadCell>{t('method.rule')}</HeadCell>
              <HeadCell>{t('method.condition')}</HeadCell>
              <HeadCell>{t('method.status')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {RULES.map((rule) => (
              <tr key={rule} id={rule} className="border-b border-rule align-baseline target:bg-wash">
                <th scope="row" className="py-1.5 pe-4 text-start font-medium numbers">
                  {rule}
                </th>
                <td className="py-1.5 pe-4">{t(`rule.${rule}`)}</td>
                <td className="py-1.5">
                  <StatusBadge status={STATUS_OF[rule]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section title={t('method.flagsTitle')}>
        <dl className="grid gap-x-8 gap-y-2 md:grid-cols-2">
          {FLAGS.map((flag) => (
            <div key={flag} id={flag}>
              <dt className="font-medium">{t(`flag.${flag}`)}</dt>
              <dd className="text-muted">{t(`flagMeaning.${flag}`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('method.limitsTitle')}>
        <ul className="max-w-[70ch] list-disc space-y-1 ps-5">
          {LIMITS.map((key) => (
            <li key={key}>{t(`method.${key}`)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('method.casesTitle')} note={t('method.casesIntro')}>
        <WorkedCases />
      </Section>
      <PageFoot folder="method" />
    </article>
  )
}
