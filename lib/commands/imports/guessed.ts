/** A first mapping of a file that was sent. */
import type { Database } from '../../db/client'
import { importBytes } from '../../db/import-file'
import { guessProfile } from '../../domain/import/guess'
import type { ImportProfile } from '../../domain/import/profile'
import type { FileShape } from '../../domain/import/shape'
import { dateOrderIn, sampleOf } from '../../io/sample'

const DATES = ['saidOn', 'reviewedOn', 'sourceDate'] as const

/** What the records of a file seem to mean, as it is read; of dates, as far as many of them show. */
export const guessedProfile = async (
  db: Database,
  { id, shape, name }: { id: string; shape: FileShape; name: string },
): Promise<ImportProfile> => {
  const bytes = () => importBytes(db.reader, id)
  const profile = guessProfile(await sampleOf(bytes(), shape), shape, name)
  const places = DATES.flatMap((field) => profile.columns[field] ?? [])
  if (profile.dates !== 'unknown' || places.length === 0) return profile
  return { ...profile, dates: await dateOrderIn(bytes(), shape, places) }
}
