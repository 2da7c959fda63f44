/**
 * The one way in which the server asks other machines for something at an address that somebody typed. It reaches only
 * public addresses: the name is looked up first, every address it has is checked, and the connection is made to one
 * that was checked, so that no second look-up can lead elsewhere. Redirects are not followed, and what comes back is
 * cut at a limit (docs/decisions/0107).
 */
import 'server-only'
import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

export interface OutgoingOptions {
  method?: 'GET' | 'HEAD' | 'POST'
  headers?: Record<string, string>
  body?: string
  /** For everything together: look-up, connection, answer. */
  timeoutMs?: number
  /** Bytes of the answer that are read; the rest is left. */
  maxBytes?: number
}

export type Outgoing =
  | {
      ok: true
      status: number
      headers: Record<string, string | string[] | undefined>
      body: Buffer
      /** Whether there was more than was read. */
      cut: boolean
    }
  | { ok: false; why: 'address' | 'name' | 'time' | 'network'; sentence: string }

const TIMEOUT_MS = 10_000
const MAX_BYTES = 64 * 1024

/** Hosts that may be reached wherever they are: `host` or `host:port`, parted by commas in OUTGOING_ALLOW. */
const isAllowed = (url: URL): boolean => {
  const allowed = (process.env.OUTGOING_ALLOW ?? '').split(',').map((one) => one.trim().toLowerCase())
  return allowed.some((one) => one !== '' && (one === url.host || one === url.hostname))
}

/** Whether an address is one that everybody on the internet can reach: unicast, and of no special purpose. */
export const isPublicAddress = (address: string): boolean => {
  if (!ipaddr.isValid(address)) return false
  // An IPv4 address written as IPv6 is what it stands for.
  return ipaddr.process(address).range() === 'unicast'
}

const refuse = (why: 'address' | 'name' | 'time' | 'network', sentence: string): Outgoing => ({
  ok: false,
  why,
  sentence,
})

/** Reads an address; null where it is none that can be asked. */
const readUrl = (address: string): URL | null => {
  try {
    const url = new URL(address)
    const fits = /^https?:$/.test(url.protocol) && url.username === '' && url.password === ''
    return fits ? url : null
  } catch {
    return null
  }
}

interface Place {
  address: string
  family: number
}

/** Where a host is; null where any of its addresses is not public, whoever answers for the name. */
const placeOf = async (url: URL): Promise<Place | 'unknown' | null> => {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const places = isIP(host)
    ? [{ address: host, family: isIP(host) }]
    : await lookup(host, { all: true, verbatim: true }).catch(() => [])
  const [first] = places
  if (!first) return 'unknown'
  return isAllowed(url) || places.every(({ address }) => isPublicAddress(address)) ? first : null
}

const read = (response: IncomingMessage, maxBytes: number): Promise<{ body: Buffer; cut: boolean }> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    response.on('error', reject)
    response.on('data', (part: Buffer) => {
      parts.push(part.subarray(0, maxBytes - size))
      size += part.length
      if (size <= maxBytes) return
      resolve({ body: Buffer.concat(parts), cut: true })
      response.destroy()
    })
    response.on('end', () => resolve({ body: Buffer.concat(parts), cut: false }))
  })

const ask = (url: URL, place: Place, options: OutgoingOptions, signal: AbortSignal): Promise<Outgoing> =>
  new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body, maxBytes = MAX_BYTES } = options
    const request = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, {
      method,
      headers: {
        'User-Agent': 'OnRecord',
        ...headers,
        ...(body === undefined ? {} : { 'Content-Length': `${Buffer.byteLength(body)}` }),
      },
      signal,
      // A connection of its own, to the address that was checked; the certificate is still the name's.
      agent: false,
      lookup: (_host, asked, done) =>
        asked.all ? done(null, [place]) : done(null, place.address, place.family),
    })
    request.on('error', reject)
    request.on('response', (response) => {
      read(response, maxBytes).then(
        (got) => resolve({ ok: true, status: response.statusCode ?? 0, headers: response.headers, ...got }),
        reject,
      )
    })
    request.end(body)
  })

/**
 * Asks another machine.
 * @returns what it answered, whatever its status, or a sentence that says why nothing came of it; never throws for
 * what the other side does
 */
export const outgoing = async (address: string, options: OutgoingOptions = {}): Promise<Outgoing> => {
  const url = readUrl(address)
  if (!url) return refuse('address', 'Only http and https addresses without a password in them can be asked.')
  const { timeoutMs = TIMEOUT_MS } = options
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    const late = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
    const place = await Promise.race([placeOf(url), late])
    if (place === 'unknown') return refuse('name', `The name ${url.hostname} is not known.`)
    if (!place)
      return refuse('address', `${url.hostname} is not a public address, so nothing was sent there.`)
    // The answer may trickle; the time holds for all of it.
    return await Promise.race([ask(url, place, options, signal), late])
  } catch (error) {
    if (signal.aborted) return refuse('time', `No answer came within ${timeoutMs / 1000} seconds.`)
    const { code, message } = error as NodeJS.ErrnoException
    return refuse('network', `The connection failed: ${code ?? message}.`)
  }
}
