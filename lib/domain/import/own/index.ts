/**
 * Records of our own data (docs/data.md), from JSON or from the table of a list: they say by their addresses what they
 * are, so no mapping is needed, and they keep their ids. What the form of a list does not carry stays unsaid.
 */
import type { Mapped } from '../draft'
import { claimOf } from './claim'
import { knownOf } from './known'
import { speakerDraft, thingOf } from './others'

export { isOwn } from './known'

type Fields = Record<string, unknown>

/** A record of ours in the words of an import. */
export const mapOwn = (record: Fields): Mapped => {
  const known = knownOf(record)
  if (known?.folder === 'claims') return claimOf(record, known.site)
  if (known?.folder === 'speakers') return speakerDraft(record, known.site)
  return thingOf(record, known?.folder === 'topics' ? 'topics' : 'sources')
}
