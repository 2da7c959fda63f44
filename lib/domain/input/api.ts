/** What the API takes about itself: keys, and addresses that are told of changes. */
import { z } from 'zod'
import { address, id, line, maybe, prose } from './parts'

/**
 * What a key may be used for. It never may more than its owner: every command asks `can` with the owner's role of
 * that moment.
 */
export const SCOPES = [
  'read',
  'claims',
  'publish',
  'speakers',
  'sources',
  'topics',
  'links',
  'reviews',
  'webhooks',
] as const
export type Scope = (typeof SCOPES)[number]
export const scope = z.enum(SCOPES)

/** How every key begins, so that one found in a file or a log is recognised. */
export const KEY_MARK = 'onrec_'
/** The mark, and 256 random bits in base64url. */
export const API_KEY = /^onrec_[\w-]{43}$/

/** Days that a key may be made to last; none: until it is revoked. */
export const KEY_DAYS = [7, 30, 90, 365] as const

export const makeKeyInput = z.object({
  /** Whose key it is: it acts as this account. */
  ownerId: id,
  name: line(80, 'The name of the key'),
  scopes: z
    .array(scope)
    .min(1, 'Choose at least one thing that the key is for.')
    .transform((scopes) => SCOPES.filter((one) => scopes.includes(one))),
  days: z.int().min(1, 'A key lasts at least a day.').max(3650).nullable().default(null),
})

/** The kinds of subjects whose published changes an address can be told of. */
export const WEBHOOK_SUBJECTS = ['claim', 'review', 'speaker', 'source', 'topic', 'link'] as const
export type WebhookSubject = (typeof WEBHOOK_SUBJECTS)[number]

export const webhookInput = z.object({
  url: address,
  description: maybe(prose(300, 'The description')),
  subjects: z
    .array(z.enum(WEBHOOK_SUBJECTS))
    .min(1, 'Choose at least one kind of change.')
    .transform((subjects) => WEBHOOK_SUBJECTS.filter((one) => subjects.includes(one)))
    .default([...WEBHOOK_SUBJECTS]),
})

export const WEBHOOK_STATES = ['active', 'paused', 'failed', 'removed'] as const
export type WebhookState = (typeof WEBHOOK_STATES)[number]
export const DELIVERY_STATES = ['waiting', 'delivered', 'failed', 'dropped'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]
