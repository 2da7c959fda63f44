import { z } from 'zod'
import { userRole } from '../vocabulary'
import { id, line } from './parts'

/** Long enough that guessing is hopeless; a sentence is easier to remember than signs (NIST SP 800-63B). */
export const PASSWORD_MIN = 12
/** No passphrase is longer, and hashing one takes its time. */
export const PASSWORD_MAX = 200

export const password = z
  .string({ error: 'Write a password.' })
  .refine(
    (text) => [...text].length >= PASSWORD_MIN,
    `A password has at least ${PASSWORD_MIN} characters; four or five words that only you would put together are good.`,
  )
  .max(PASSWORD_MAX, `A password has at most ${PASSWORD_MAX} characters.`)

/** Kept in small letters, so that nobody has two accounts under one address. */
export const email = z
  .string({ error: 'Write an e-mail address.' })
  .transform((text) => text.normalize('NFC').trim().toLowerCase())
  .pipe(z.email('Write an e-mail address, such as name@example.org.').max(254, 'This address is too long.'))

export const personName = line(120, 'A name')

/** What an address that works once is for. */
export const LINK_PURPOSES = ['setup', 'invite', 'reset'] as const
export type LinkPurpose = (typeof LINK_PURPOSES)[number]

export const makeLinkInput = z.discriminatedUnion(
  'purpose',
  [
    z.object({ purpose: z.literal('setup') }),
    z.object({ purpose: z.literal('invite'), email, role: userRole }),
    z.object({ purpose: z.literal('reset'), userId: id }),
  ],
  'A link is for the first admin, for somebody invited, or for a new password.',
)

export const acceptLinkInput = z.object({
  purpose: z.enum(LINK_PURPOSES),
  token: z.string().regex(/^[\w-]{43}$/, 'This link is incomplete; copy all of it.'),
  name: z.string().optional(),
  email: z.string().optional(),
  password,
})
