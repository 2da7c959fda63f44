import { z } from 'zod'
import { maybe, moment, text } from './parts'

/** Something that happened to a record. */
export const historyEntry = z
  .object({
    at: moment('when'),
    kind: text('what happened: `claim.edited`'),
    actor: text('who did it'),
    reason: maybe('why'),
    version: z.int().nullable().describe('the version that it made; null for what happened elsewhere'),
    changes: z
      .array(
        z.object({
          field: text('the field'),
          before: maybe('what it held; null where it held nothing, or a list'),
          after: maybe('what it holds since'),
        }),
      )
      .describe('the fields that it changed'),
    status: z
      .object({
        before: maybe('the derived status before; null for the first'),
        after: text('the derived status since'),
        cause: maybe('what moved it, where that was no change of the claim itself'),
      })
      .nullable()
      .describe('a move of the derived status'),
  })
  .describe('what happened, the latest first')

export type HistoryEntryData = z.infer<typeof historyEntry>
