import 'server-only'
import { notFound, permanentRedirect } from 'next/navigation'
import type { Found } from '../queries/views'

/**
 * The page that was asked for, or the answer for one that is not there: a redirect from a former address, or a 404.
 * Called before anything is sent, so that the answer has its own status code.
 */
export const foundOr404 = <T>(found: Found<T>, address: (slug: string) => string): T => {
  if (found.kind === 'moved') permanentRedirect(address(found.slug) as never)
  if (found.kind !== 'found') notFound()
  return found.page
}
