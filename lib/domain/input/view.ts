import { z } from 'zod'
import { ADDRESS_MOST, readViewAddress, viewAddress } from '../query'
import { id, line, text } from './parts'

/** As many as one finds again in a list; more would need folders. */
export const SAVED_MOST = 50
/** As many of those used of late as one recognises at a glance; the oldest go, as a browser's own history does. */
export const RECENT_MOST = 8

const name = line(80, 'The name')

/** A view's address, in whatever way it was written; what comes out is its one text. */
const address = text().transform((written, context) => {
  const { query, dropped } = readViewAddress(written)
  const canonical = viewAddress(query)
  const [first] = dropped
  if (first)
    context.addIssue({
      code: 'custom',
      message: `“${first.key}=${first.value}” is no condition of a list of claims; open the list and save it from there.`,
    })
  if (canonical.length > ADDRESS_MOST)
    context.addIssue({
      code: 'custom',
      message: 'This view has more conditions than can be kept; take some away.',
    })
  return canonical
})

/** A view of the claims to be kept under a name. */
export const savedViewInput = z.object({ name, address })

/** @property version the one that the form was shown with */
export const renamedViewInput = z.object({ id, version: z.int().min(1), name })

export const withdrawnViewInput = z.object({ id })
