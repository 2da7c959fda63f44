/** The fuzz: hostile requests at every address, by everybody, judged one by one. */
import fc from 'fast-check'
import type { Database } from '../../../lib/db/client'
import { held } from './held'
import { type Ground, type Hostile, hostile } from './hostile'
import { wrongIn } from './judge'
import { type Person, personOf, WHO, type Who } from './people'
import { fieldNames, routes } from './routes'
import { type Answer, send } from './send'

export interface Wrong {
  who: Who
  what: string[]
  asked: Hostile
  text: string
}

export interface Fuzzed {
  seed: number
  sent: number
  statuses: Record<string, number>
  routes: number
  wrong: Wrong[]
  /** Who changed what they may not. */
  changed: string[]
}

/** How many wait for their answers at once. */
const AT_ONCE = 6
/** After so many the limits are forgotten and the sessions put back, so that requests get through to the code. */
const BATCH = 60

/** What is recorded: its ids and addresses, which get further than nonsense does. */
export const groundOf = async (
  { reader }: Database,
  only = (_path: string): boolean => true,
): Promise<Ground> => {
  const take = { take: 25, orderBy: { id: 'asc' } } as const
  const [claims, drafts, speakers, sources, topics, links, users] = await Promise.all([
    reader.claim.findMany({ ...take, select: { id: true, slug: true } }),
    reader.claim.findMany({ ...take, where: { shelf: 'desk' }, select: { id: true, slug: true } }),
    reader.speaker.findMany({ ...take, select: { id: true, slug: true } }),
    reader.source.findMany({ ...take, select: { id: true, slug: true } }),
    reader.topic.findMany({ ...take, select: { id: true, slug: true } }),
    reader.link.findMany({ ...take, select: { id: true } }),
    reader.user.findMany({ ...take, select: { id: true } }),
  ])
  const named = [...claims, ...drafts, ...speakers, ...sources, ...topics]
  const ids = [...named.flatMap(({ id, slug }) => [id, slug]), ...[...links, ...users].map(({ id }) => id)]
  return { ids, names: fieldNames(), routes: routes().filter(({ path }) => only(path)) }
}

const anyAddress = (n: number) => `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`

const batch = async (
  site: string,
  person: Person,
  requests: Hostile[],
  from: number,
  see: (asked: Hostile, answer: Answer | null) => void,
) => {
  const waiting = requests.map((asked, i) => [asked, from + i] as const)
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [asked, n] = next
      const own = {
        host: new URL(site).host,
        origin: site,
        'x-forwarded-for': anyAddress(n),
        ...person.headers,
      }
      see(asked, await send(site, asked, own))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

/**
 * Sends hostile requests by each of the four, one after the other.
 * @param each how many by each
 */
export const fuzz = async (
  db: Database,
  site: string,
  { each, seed, said }: { each: number; seed: number; said?: (text: string) => void },
): Promise<Fuzzed> => {
  const result: Fuzzed = { seed, sent: 0, statuses: {}, routes: 0, wrong: [], changed: [] }
  const reached = new Set<string>()
  const people: Person[] = []
  for (const who of WHO) people.push(await personOf(db, site, who))
  const ground = await groundOf(db)
  for (const person of people) {
    const requests = fc.sample(hostile(ground), { numRuns: each, seed: seed + WHO.indexOf(person.who) })
    const before = await held(db, person)
    for (let from = 0; from < requests.length; from += BATCH) {
      await db.writer.rateLimit.deleteMany({})
      await person.again()
      await batch(site, person, requests.slice(from, from + BATCH), result.sent, (asked, answer) => {
        result.sent += 1
        reached.add(asked.route)
        const status = `${answer?.status ?? 'none'}`
        result.statuses[status] = (result.statuses[status] ?? 0) + 1
        const what = wrongIn(answer)
        if (what.length > 0)
          result.wrong.push({ who: person.who, what, asked, text: answer?.text.slice(0, 600) ?? '' })
      })
      said?.(`${person.who} ${from + BATCH}/${each}, ${result.wrong.length} wrong`)
    }
    await person.again()
    if ((await held(db, person)) !== before) result.changed.push(person.who)
  }
  result.routes = reached.size
  return result
}

/** The wrong ones, one of each kind, short enough to be read. */
export const told = ({ seed, wrong }: Fuzzed): string => {
  const kinds = new Map<string, Wrong>()
  for (const one of wrong) {
    const key = `${one.asked.method} ${one.asked.route} ${one.what.join()}`
    if (!kinds.has(key)) kinds.set(key, one)
  }
  return [...kinds]
    .slice(0, 30)
    .map(
      ([key, { who, asked, text }]) =>
        `${key} (seed ${seed}, ${who})\n${JSON.stringify(asked).slice(0, 900)}\n${text.slice(0, 200)}`,
    )
    .join('\n\n')
}
