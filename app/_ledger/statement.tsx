import Link from 'next/link'
import type { ClaimRow } from '@/lib/queries/views'
import { Quote } from './quote'

/** A claim in a list: its statement, which leads to it, and the fragment that is quoted. */
export function Statement({
  claim,
  className = '',
}: {
  claim: Pick<ClaimRow, 'slug' | 'statement' | 'language' | 'quote'>
  className?: string
}) {
  return (
    <p lang={claim.language} dir="auto" className={`font-serif text-body ${className}`}>
      <Link href={`/claims/${claim.slug}`} className="plain-link">
        {claim.statement}
      </Link>
      {claim.quote ? (
        <>
          {' '}
          <Quote text={claim.quote} language={claim.language} className="text-muted" />
        </>
      ) : null}
    </p>
  )
}
