/** The key itself, and addresses that are told of published changes. */
import { z } from 'zod'
import { DELIVERY_STATES, SCOPES, WEBHOOK_STATES, WEBHOOK_SUBJECTS, webhookInput } from '../input/api'
import { USER_ROLES } from '../vocabulary'
import { operation } from './operation'
import { count, maybe, savedPart, text } from './parts'

const webhook = z.object({
  id: text('its id'),
  url: text('the address that is told'),
  description: maybe('what it is for'),
  subjects: z.array(z.enum(WEBHOOK_SUBJECTS)).describe('of which kinds of subjects it is told'),
  state: z.enum(WEBHOOK_STATES).describe('failed: switched off after three days without success'),
  failingSince: maybe('since when nothing has gone through; RFC 3339'),
  version: count('its version'),
  byName: text('who added it'),
  createdAt: text('when; RFC 3339'),
  waiting: count('deliveries that wait'),
  lastAt: maybe('when it was last tried; RFC 3339'),
})

const delivery = z.object({
  id: text('its id, sent as `webhook-id`'),
  event: text('the id of the event'),
  kind: text('what happened: `claim.published`'),
  state: z
    .enum(DELIVERY_STATES)
    .describe('dropped: readers no longer see it, or the webhook was switched off'),
  attempts: count('how often it was tried'),
  nextAt: maybe('when it is tried next; RFC 3339'),
  lastAt: maybe('when it was last tried; RFC 3339'),
  lastStatus: z.int().nullable().describe('what status was answered'),
  lastError: maybe('why it did not go through'),
  answer: maybe('the beginning of what was answered'),
  createdAt: text('when it was queued; RFC 3339'),
})

export const WEBHOOKS = {
  getMe: operation({
    method: 'GET',
    path: '/me',
    summary: 'Says as whom this key acts, and what for.',
    scope: null,
    status: 200,
    answer: z.object({
      name: maybe('whose account it is; null without a key'),
      role: z.enum(USER_ROLES).nullable().describe('the role of that account now'),
      scopes: z.array(z.enum(SCOPES)).describe('what the key is for'),
      key: z
        .object({
          name: text('the name of the key'),
          prefix: text('how it begins'),
          expiresAt: maybe('when it ends; RFC 3339'),
        })
        .nullable()
        .describe('null without a key'),
    }),
  }),
  listWebhooks: operation({
    method: 'GET',
    path: '/webhooks',
    summary: 'Lists the addresses that are told of published changes.',
    scope: 'webhooks',
    status: 200,
    answer: z.object({ data: z.array(webhook) }),
  }),
  getWebhook: operation({
    method: 'GET',
    path: '/webhooks/{webhook}',
    summary: 'Gives one of them.',
    scope: 'webhooks',
    status: 200,
    answer: webhook,
  }),
  makeWebhook: operation({
    method: 'POST',
    path: '/webhooks',
    summary: 'Adds an address. The secret that signs what is sent there is shown this once.',
    scope: 'webhooks',
    body: webhookInput,
    status: 201,
    answer: savedPart.extend({ secret: text('the secret, as Standard Webhooks writes it') }),
    example: { url: 'https://example.org/hook', subjects: ['claim'] },
  }),
  changeWebhook: operation({
    method: 'PUT',
    path: '/webhooks/{webhook}',
    summary: 'Changes an address, pauses it, or switches it on again.',
    scope: 'webhooks',
    versioned: true,
    body: webhookInput.extend({ state: z.enum(['active', 'paused']).default('active') }),
    status: 200,
    answer: savedPart,
  }),
  removeWebhook: operation({
    method: 'POST',
    path: '/webhooks/{webhook}/remove',
    summary: 'Stops telling an address.',
    scope: 'webhooks',
    versioned: true,
    body: z.object({}),
    status: 200,
    answer: savedPart,
  }),
  listDeliveries: operation({
    method: 'GET',
    path: '/webhooks/{webhook}/deliveries',
    summary: 'Lists what was sent to an address, or waits for it, the latest first; it is kept for 30 days.',
    scope: 'webhooks',
    query: { before: 'Older than this delivery; taken from `before`.' },
    status: 200,
    answer: z.object({
      before: maybe('where the next page begins; null on the last'),
      data: z.array(delivery),
    }),
  }),
  redeliver: operation({
    method: 'POST',
    path: '/webhooks/{webhook}/deliveries/{delivery}/redeliver',
    summary: 'Sends something again, under the id that it had.',
    scope: 'webhooks',
    body: z.object({}),
    status: 200,
    answer: z.object({ id: text('the delivery') }),
  }),
}
