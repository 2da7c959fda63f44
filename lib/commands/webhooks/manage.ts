/** Addresses that are told of published changes: admins add them, pause them and take them away. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { newId } from '../../domain/ids'
import { webhookInput } from '../../domain/input/api'
import { id } from '../../domain/input/parts'
import { type Context, command, stop } from '../command'
import { writeEvent } from '../events'

/** Each is asked for with every change; a newsroom has a few. */
const MOST = 50
/** As Standard Webhooks writes secrets: the mark, and 24 to 64 bytes in base64. */
const SECRET_BYTES = 32

const asWebhook = () => ({ kind: 'webhook' }) as const

type Kept = { id: string; url: string; description: string | null; subjects: string; state: string }

/** What events tell of an address: never its secret. */
const recordOf = ({ url, description, subjects, state }: Kept) => ({
  url,
  description,
  subjects: JSON.parse(subjects) as string[],
  state,
})

export const writeWebhookEvent = (
  context: Context,
  kind: string,
  hook: Kept & { version: number },
  before: Kept | null,
  also: Record<string, unknown> = {},
): Promise<string> =>
  writeEvent(context, {
    kind,
    subjectKind: 'webhook',
    subjectId: hook.id,
    version: hook.version,
    // Whom the ledger tells is no reader's business.
    shelf: 'closed',
    summary: hook.url,
    before: before && recordOf(before),
    after: { ...recordOf(hook), ...also },
  })

/** Adds an address. @returns the secret that signs what is sent there, which is shown this once */
export const makeWebhook = command(webhookInput, 'administer', asWebhook, async (context, input) => {
  const { tx, at, actor } = context
  if ((await tx.webhook.count({ where: { state: { not: 'removed' } } })) >= MOST)
    stop({ code: 'blocked', sentence: `At most ${MOST} addresses are told of changes; remove one first.` })
  const hook = await tx.webhook.create({
    data: {
      id: newId(),
      url: input.url,
      description: input.description,
      subjects: JSON.stringify(input.subjects),
      secret: `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`,
      byName: actor.kind === 'public' ? '' : actor.name,
      createdAt: at,
      updatedAt: at,
    },
  })
  await writeWebhookEvent(context, 'webhook.made', hook, null)
  return { id: hook.id, version: hook.version, secret: hook.secret }
})

/** Takes the next version of an address; whoever took it before, or in the same moment, is answered as a conflict. */
const change = async (
  { tx, at }: Context,
  input: { id: string; version: number },
  data: Partial<Omit<Kept, 'id'>> & { failingSince?: null },
) => {
  const { id, version } = input
  const { count } = await tx.webhook.updateMany({
    where: { id, version, state: { not: 'removed' } },
    data: { ...data, version: version + 1, updatedAt: at },
  })
  const hook = await tx.webhook.findUnique({ where: { id } })
  if (!hook || (count === 0 && hook.state === 'removed'))
    return stop({ code: 'not_found', sentence: 'There is no such webhook.' })
  if (count === 0)
    stop({
      code: 'conflict',
      sentence: 'Somebody changed this webhook after you opened it. Look at it again, then decide.',
      details: { current: hook.version, theirs: recordOf(hook) },
    })
  return hook
}

const at = { id, version: z.int().min(1) }

/** Changes an address, or pauses it; switched on again, it starts afresh, and what waits for it goes out. */
export const changeWebhook = command(
  webhookInput.extend({ ...at, state: z.enum(['active', 'paused']).default('active') }),
  'administer',
  asWebhook,
  async (context, input) => {
    const before = await context.tx.webhook.findUnique({ where: { id: input.id } })
    const { url, description, state } = input
    const hook = await change(context, input, {
      url,
      description,
      state,
      subjects: JSON.stringify(input.subjects),
      ...(state === 'active' ? { failingSince: null } : {}),
    })
    await writeWebhookEvent(context, 'webhook.changed', hook, before)
    return { id: hook.id, version: hook.version }
  },
)

/** Stops telling an address; what still waited for it is dropped. Its log stays. */
export const removeWebhook = command(z.object(at), 'administer', asWebhook, async (context, input) => {
  const { tx } = context
  const before = await tx.webhook.findUnique({ where: { id: input.id } })
  const hook = await change(context, input, { state: 'removed' })
  await tx.delivery.updateMany({
    where: { webhookId: hook.id, state: 'waiting' },
    data: { state: 'dropped' },
  })
  await writeWebhookEvent(context, 'webhook.removed', hook, before)
  return { id: hook.id, version: hook.version }
})

/** Sends something again, under the id that it had: a receiver that has it already can tell. */
export const redeliver = command(
  z.object({ id, webhook: id.optional() }),
  'administer',
  asWebhook,
  async (context, input) => {
    const { tx } = context
    const delivery = await tx.delivery.findUnique({ where: { id: input.id }, include: { webhook: true } })
    if (!delivery || (input.webhook && delivery.webhookId !== input.webhook))
      return stop({ code: 'not_found', sentence: 'There is no such delivery.' })
    const { webhook } = delivery
    if (webhook.state !== 'active')
      stop({ code: 'blocked', sentence: 'Nothing is sent there now; switch the webhook on first.' })
    await tx.delivery.update({
      where: { id: delivery.id },
      data: { state: 'waiting', attempts: 0, nextAt: context.at },
    })
    await writeWebhookEvent(context, 'webhook.redelivered', webhook, webhook, { delivery: delivery.id })
    return { id: delivery.id }
  },
)
