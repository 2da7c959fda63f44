/** Notes the views that somebody uses, after the answer was sent: nobody waits for it, and no reader causes a write. */
import 'server-only'
import { headers } from 'next/headers'
import { after } from 'next/server'
import { noteView } from '../commands/views/recent'
import type { ClaimQuery } from '../domain/query'
import { getDatabase } from './database'
import { getSignedIn } from './session'

/** To be called by a page that shows the view; a page that is fetched ahead of a click is not looked at. */
export const noteRecentView = async (query: ClaimQuery): Promise<void> => {
  const here = await getSignedIn()
  if (!here || (await headers()).has('next-router-prefetch')) return
  after(() => noteView(getDatabase(), here.viewer, query))
}
