import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { compareHref } from '@/lib/domain/query'
import type { Asked } from './asked'
import { SpeakerField } from './speaker-field'

/** Two names to be compared; a name that means nobody, or several, is answered beside its field. */
export function CompareForm({ asked }: { asked: readonly [Asked, Asked] }) {
  const t = useTranslations('compare')
  const slugs = asked.map(({ found, text }) => (found?.kind === 'one' ? found.node.slug : text))
  return (
    <form method="get" action="/compare" className="no-print my-5 max-w-[46rem]">
      <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
        {asked.map(({ text, found, name }, side) => (
          <div key={side === 0 ? 'first' : 'second'}>
            <SpeakerField
              label={t(side === 0 ? 'first' : 'second')}
              hint={side === 0 ? t('hint') : undefined}
              initial={name ?? text}
              error={
                found?.kind === 'none'
                  ? t('nobody', { text })
                  : found?.kind === 'many'
                    ? t('many', { text })
                    : undefined
              }
            />
            {found?.kind === 'many' ? (
              <ul className="mt-1">
                {found.candidates.map((candidate) => (
                  <li key={candidate.id} className="py-0.5">
                    <Link
                      href={compareHref(slugs.map((slug, i) => (i === side ? candidate.slug : slug))) as '/'}
                      prefetch={false}
                    >
                      {candidate.name}
                    </Link>
                    {candidate.hint ? <span className="text-small text-muted"> {candidate.hint}</span> : null}
                  </li>
                ))}
              </ul>
            ) : null}
          </div>
        ))}
      </div>
      <p className="mt-3 flex flex-wrap items-baseline gap-x-5">
        <button type="submit" className="button">
          {t('do')}
        </button>
        <Link href="/speakers">{t('list')}</Link>
      </p>
    </form>
  )
}
