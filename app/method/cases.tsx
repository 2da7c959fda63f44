import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { sentenceIn } from '@/app/_ledger/sentence'
import { StatusBadge } from '@/app/_ledger/status-badge'
import { deriveSourcing } from '@/lib/domain/sourcing'
import { workedCases } from '@/lib/domain/worked-cases'
import { teachingClaims } from '@/lib/queries/teaching'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'

/** The worked cases, each derived now. */
export async function WorkedCases() {
  const t = await getTranslations('method')
  const sentence = sentenceIn(await getTranslations('sentence'), await getLocale())
  const open = await teachingClaims(getDatabase(), await getViewer())
  return (
    <ol className="grid gap-x-8 md:grid-cols-2">
      {workedCases.map(({ n, title, words, input }) => {
        const { status, flags, explanation, facts, rule } = deriveSourcing(input)
        return (
          <li key={n} id={`case-${n}`} className="border-b border-rule py-3">
            <h3 className="font-medium">
              <span className="numbers text-muted">{n}.</span> {title}
            </h3>
            <p className="text-muted">{words}</p>
            <p className="mt-1">
              <StatusBadge status={status} flags={flags} /> <span className="label">{rule}</span>
            </p>
            <p className="font-serif text-base">
              {sentence({ sentence: explanation, sentenceFacts: facts })}
            </p>
            {open.has(`case-${n}`) ? (
              <p className="text-small">
                <Link href={`/claims/case-${n}`} prefetch={false}>
                  {t('caseOpen')}
                </Link>
              </p>
            ) : null}
          </li>
        )
      })}
    </ol>
  )
}
