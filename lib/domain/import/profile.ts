/** How the records of a file become ours. It is guessed, changed by the importer, and saved under a name. */
import { z } from 'zod'
import { DATE_ORDERS } from './dates'
import { CLAIM_FIELDS, SPEAKER_FIELDS } from './fields'
import { fileShape } from './shape'

export const SUBJECTS = ['claims', 'speakers', 'wordings'] as const

const place = z.string().min(1).max(300)

/** What a publisher's words for its verdicts become; a word that is not listed stays as it is. */
const rating = z.object({
  publisher: z.string().max(300).default(''),
  from: z.string().max(200),
  to: z.string().max(200),
})

export const importProfile = z.object({
  /** How the file is read; left out in profiles that are for files of any form. */
  shape: fileShape.partial().default({}),
  /** What a record describes. Wordings are sentences that claims of another file refer to by id. */
  subject: z.enum(SUBJECTS).default('claims'),
  /** Names the collection, within which an external id means one thing. */
  origin: z.string().trim().max(120).default(''),
  /** For each of our fields the places where it may stand; the first that holds something counts. Of ids, all do. */
  columns: z.partialRecord(z.enum([...CLAIM_FIELDS, ...SPEAKER_FIELDS]), z.array(place).max(8)).default({}),
  /** Values for fields that no column holds: the publisher of all verdicts, the speaker of all claims. */
  constants: z.partialRecord(z.enum([...CLAIM_FIELDS, ...SPEAKER_FIELDS]), z.string().max(500)).default({}),
  dates: z.enum(DATE_ORDERS).default('unknown'),
  /** Whether names are written as addresses are (dwayne-bohac), and should be written as names. */
  slugs: z.boolean().default(false),
  /** What happens where a name means several people here. */
  sameName: z.enum(['problem', 'create']).default('problem'),
  ratings: z.array(rating).max(2_000).default([]),
})

export type ImportProfile = z.infer<typeof importProfile>
