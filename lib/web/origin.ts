/** Whether a request that changes something was sent by a page of this site, and the answer for one that was not. */

const hostOf = (address: string | undefined | null): string | null => {
  try {
    return address ? new URL(address).host.toLowerCase() : null
  } catch {
    return null
  }
}

/**
 * Asked by every handler that changes something. Browsers say where a request came from: by Sec-Fetch-Site over HTTPS
 * and on loopback, and by Origin with every POST. What says neither is refused, for a browser always does.
 * There is no list of addresses: a newsroom may reach its own machine by any name.
 */
export const sameOrigin = (request: Request): boolean => {
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = hostOf(request.headers.get('origin'))
  if (!origin) return false
  return origin === request.headers.get('host')?.toLowerCase() || origin === hostOf(process.env.SITE_URL)
}

/** What is answered to a request from elsewhere. */
export const foreign = (): Response =>
  new Response(
    'This was not sent from a page of this site, so nothing was changed. Open the page here and send it again.\n',
    { status: 403, headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  )
