/**
 * How much may be read. Counted in this process, because a read must not wait for whoever is writing, and each server
 * has its own to protect (docs/decisions/0130).
 */
import type { Counted, Limit } from '../domain/limit'
import { addressDigest } from './client-address'
import { plainWords } from './plain-words'
import { problem } from './problem'

export interface Policy extends Limit {
  name: string
}

export interface Held {
  ok: boolean
  headers: Record<string, string>
}

/** As draft-ietf-httpapi-ratelimit-headers has it. */
export const heldBy = ({ name, max, seconds }: Policy, { ok, left, ends }: Counted, now: number): Held => {
  const wait = Math.max(1, Math.ceil((ends - now) / 1000))
  return {
    ok,
    headers: {
      'RateLimit-Policy': `"${name}";q=${max};w=${seconds}`,
      RateLimit: `"${name}";r=${left};t=${wait}`,
      ...(ok ? {} : { 'Retry-After': `${wait}` }),
    },
  }
}

interface Window {
  count: number
  ends: number
}
const kept = globalThis as unknown as { onRecordReads?: Map<string, Window> }
/** Callers of one window; beyond them the oldest is forgotten. */
const MOST = 10_000

/** Counts a read. @param who the caller; each policy counts by itself */
export const countRead = (caller: string, { name, max, seconds }: Policy, now: number): Counted => {
  const who = `${name} ${caller}`
  kept.onRecordReads ??= new Map()
  const windows = kept.onRecordReads
  const before = windows.get(who)
  // One that ends later than a whole window from now was begun before the clock was set back.
  const fresh = !before || before.ends <= now || before.ends > now + seconds * 1000
  const window = fresh ? { count: 0, ends: now + seconds * 1000 } : before
  window.count += 1
  if (fresh) {
    // At the end again, so that the first is the oldest.
    windows.delete(who)
    windows.set(who, window)
    const [oldest] = windows.keys()
    if (windows.size > MOST && oldest !== undefined) windows.delete(oldest)
  }
  return { ok: window.count <= max, left: Math.max(0, max - window.count), ends: window.ends }
}

/** What a reader asks for by hand, or one feed after another, comes nowhere near these. */
const POLICIES: [path: RegExp, policy: Policy][] = [
  [/^\/search$/, { name: 'search', max: 240, seconds: 60 }],
  // One for every letter that is typed, of everybody behind one address.
  [/^\/search\/suggest$/, { name: 'suggest', max: 1_200, seconds: 60 }],
  [/^\/cards\//, { name: 'cards', max: 240, seconds: 60 }],
  [/^\/v1alpha1\//, { name: 'checks', max: 300, seconds: 60 }],
  [/^\/feeds\/|\.(json|jsonl|csv|atom)$/, { name: 'data', max: 600, seconds: 60 }],
]

/** Set where a whole machine asks from one address on purpose: measuring, and tests. */
const isOff = () => process.env.READ_LIMITS === 'off'

/**
 * Counts a request for what costs more than a page, by the address that it came from.
 * @param path of the address that was asked for
 * @returns the answer to one too many; null where it may go on
 */
export const heldRead = (path: string, headers: Headers, now = Date.now()): Response | null => {
  const policy = POLICIES.find(([pattern]) => pattern.test(path))?.[1]
  if (!policy || isOff()) return null
  const held = heldBy(policy, countRead(addressDigest(headers), policy, now), now)
  return held.ok ? null : problem(429, plainWords('data.tooMany'), {}, held.headers)
}
