import { changeWebhook, makeWebhook, redeliver, removeWebhook } from '@/lib/commands/webhooks/manage'
import { deliveriesOf } from '@/lib/queries/webhooks/deliveries'
import { listWebhooks } from '@/lib/queries/webhooks/hooks'
import type { Read, Readers, Writers } from '../call'

export const WEBHOOK_READS: Readers<'getMe' | 'listWebhooks' | 'getWebhook' | 'listDeliveries'> = {
  getMe: async ({ caller: { viewer, scopes, key } }): Promise<Read> => {
    const { name, role } = viewer.kind === 'user' ? viewer : { name: null, role: null }
    return { kind: 'found', json: { name, role, scopes, key } }
  },
  listWebhooks: async ({ db, caller }): Promise<Read> => ({
    kind: 'found',
    json: { data: await listWebhooks(db, caller.viewer) },
  }),
  getWebhook: async ({ db, caller, part }): Promise<Read> => {
    const [hook] = await listWebhooks(db, caller.viewer, { id: part('webhook') })
    return hook ? { kind: 'found', version: hook.version, json: hook } : { kind: 'missing' }
  },
  listDeliveries: async ({ db, caller, part, query }): Promise<Read> => {
    const log = await deliveriesOf(db, caller.viewer, part('webhook'), query.get('before') ?? undefined)
    return log ? { kind: 'found', json: { before: log.before, data: log.rows } } : { kind: 'missing' }
  },
}

export const WEBHOOK_WRITES: Writers<'makeWebhook' | 'changeWebhook' | 'removeWebhook' | 'redeliver'> = {
  makeWebhook: (context, { body }) => makeWebhook.within(context, body),
  changeWebhook: (context, { body, part, version }) =>
    changeWebhook.within(context, { ...body, id: part('webhook'), version }),
  removeWebhook: (context, { part, version }) =>
    removeWebhook.within(context, { id: part('webhook'), version }),
  redeliver: (context, { part }) =>
    redeliver.within(context, { id: part('delivery'), webhook: part('webhook') }),
}
