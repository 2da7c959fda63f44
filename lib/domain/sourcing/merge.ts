/** What is counted already, and so is not counted again (§2.3, below the table). */
import type { Parties } from './parties'
import type { End } from './path'
import { vouchedEnds } from './vouchers'
import type { Walk } from './walk'

export const isRoot = ({ type }: End): boolean => type === 'proven' || type === 'unproven'

/** The roots of one side that are left to count. Only what counts as a proven root displaces anything. */
export const rootsOf = (walks: readonly Walk[], parties: Parties): End[] => {
  const roots: End[] = []
  let alone = true
  for (const walk of walks) {
    const merged = walk.ends.length > 1 || walks.length > 1
    if (merged) alone = false
  }
  // One end has nothing to be merged with.
  if (!alone) mergeSpeakers(walks, parties)
  let deferred = false
  for (const { ends } of walks)
    for (const end of ends) {
      if (!isRoot(end) || end.dropped) continue
      if (end.key === null) deferred = true
      else roots.push(end)
    }
  if (deferred)
    for (const walk of walks)
      if (walk.background) for (const end of vouchedEnds(walk, parties)) roots.push(end)
  return alone ? roots : withoutOwnInsiders(roots)
}

/** A person counts once, as the person; and a named speaker who counts openly does not as an unnamed one too. */
const mergeSpeakers = (walks: readonly Walk[], parties: Parties): void => {
  const asPerson = new Set<string>()
  const openly = new Set<string>()
  for (const { background, ends } of walks)
    for (const { type, dropped, speaker, key } of ends) {
      if (type !== 'proven' || dropped || speaker === null) continue
      if (key?.startsWith('person:')) asPerson.add(speaker)
      if (!background) openly.add(speaker)
    }
  for (const { background, ends } of walks)
    for (const end of ends) {
      const { speaker, key } = end
      if (!isRoot(end) || end.dropped || speaker === null) continue
      if (asPerson.has(speaker) && key?.startsWith('org:')) end.dropped = 'merged'
      else if (background && openly.has(speaker) && parties.isNamed(speaker)) end.dropped = 'merged'
    }
}

const OWN = 'anon:org:'

/** An outlet's unnamed sources add nothing to its own reporting. */
const withoutOwnInsiders = (roots: End[]): End[] => {
  if (!roots.some(({ key }) => key?.startsWith(OWN))) return roots
  const counts = new Set<string | null>()
  for (const { type, key } of roots) if (type === 'proven') counts.add(key)
  return roots.filter(({ key }) => !(key?.startsWith(OWN) && counts.has(key.slice('anon:'.length))))
}
