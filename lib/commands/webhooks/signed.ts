/** Proof of who sent a body, as Standard Webhooks has it (https://www.standardwebhooks.com). */
import { createHmac } from 'node:crypto'
import { SECOND } from './rhythm'

/** The headers that prove who sent a body, and when. @param secret as it was shown: `whsec_` and base64 */
export const signed = (secret: string, id: string, at: Date, body: string): Record<string, string> => {
  const timestamp = `${Math.floor(at.getTime() / SECOND)}`
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${mac}` }
}
