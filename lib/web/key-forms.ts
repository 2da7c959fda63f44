/** What forms for keys and webhooks were filled in with. */
import { type FormValues, one } from '../domain/form'
import type { Scope } from '../domain/input/api'

/** @param ownerId whose key it is to be */
export const keyInputOf = (ownerId: string, values: FormValues) => ({
  ownerId,
  name: one(values, 'name'),
  scopes: (values.scopes ?? []) as Scope[],
  days: Number(one(values, 'days')) || null,
})

/** The page of the webhook that a form is about. */
export const webhookPage = (values: FormValues): string => {
  const id = one(values, 'webhook')
  return /^[a-z0-9]{1,40}$/i.test(id) ? `/desk/webhooks/${id}` : '/desk/webhooks'
}
