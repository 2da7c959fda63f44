import 'server-only'
import { headers } from 'next/headers'

/**
 * The address of this site as readers reach it, without a slash at the end: SITE_URL where it is set, else what the
 * request was sent to.
 */
export const siteAddress = async (): Promise<string> => {
  const configured = process.env.SITE_URL?.replace(/\/+$/, '')
  if (configured) return configured
  const sent = await headers()
  const host = sent.get('host') ?? 'localhost'
  // A Host header is the sender's word; what does not look like one is not repeated.
  const safe = /^[\w.:[\]-]{1,255}$/.test(host) ? host : 'localhost'
  return `${sent.get('x-forwarded-proto') === 'https' ? 'https' : 'http'}://${safe}`
}
