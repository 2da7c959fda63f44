/** Every operation of the API, by its name. */
import { CLAIMS } from './claims'
import { LINKS, SOURCES, SPEAKERS, TOPICS } from './records'
import { REVIEWS, SCALES } from './reviews'
import { WEBHOOKS } from './webhooks'

/** The parts of the reference, in its order. */
export const GROUPS = {
  claims: CLAIMS,
  reviews: REVIEWS,
  scales: SCALES,
  speakers: SPEAKERS,
  sources: SOURCES,
  topics: TOPICS,
  links: LINKS,
  webhooks: WEBHOOKS,
} as const
export type Group = keyof typeof GROUPS

export const OPERATIONS = {
  ...CLAIMS,
  ...REVIEWS,
  ...SCALES,
  ...SPEAKERS,
  ...SOURCES,
  ...TOPICS,
  ...LINKS,
  ...WEBHOOKS,
} as const
export type OperationId = keyof typeof OPERATIONS

export * from './operation'
export * from './problems'
