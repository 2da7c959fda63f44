import { headers } from 'next/headers'
import { asScript, claimPageLd } from '@/lib/domain/fact-check/json-ld'
import { factCheckOf } from '@/lib/queries/fact-check/page'
import { siteAddress } from '@/lib/web/address'
import { getDatabase } from '@/lib/web/database'

/** What programs read of a claim (rules.md §5); nothing on a page that readers do not have. */
export async function LinkedData({ claimId }: { claimId: string }) {
  const claim = await factCheckOf(getDatabase(), claimId)
  if (!claim) return null
  const text = asScript(claimPageLd(await siteAddress(), claim))
  // It never runs; the nonce keeps one rule for every script of a page.
  return (
    <script
      type="application/ld+json"
      nonce={(await headers()).get('x-nonce') ?? undefined}
      dangerouslySetInnerHTML={{ __html: text }}
    />
  )
}
