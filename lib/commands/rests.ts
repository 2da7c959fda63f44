/** What rests on a speaker, a source or a link: as long as anything does, it is not taken away from readers. */
import type { Tx } from '../db/client'
import { inTurn } from '../db/in-turn'
import { stop } from './command'

interface Resting {
  /** What kind of thing it is: claims, links … */
  what: string
  n: number
  /** The titles of a few. */
  examples: string[]
}

const OPEN = { shelf: { not: 'closed' } }
/** Titles in a refusal: enough to find them. */
const SHOWN = 3

/** Counts first, and reads titles only where there are any. */
const resting = async (
  what: string,
  count: Promise<number>,
  examples: (take: number) => Promise<string[]>,
): Promise<Resting[]> => {
  const n = await count
  return n === 0 ? [] : [{ what, n, examples: await examples(SHOWN) }]
}

const claims = (tx: Tx, what: string, where: object) =>
  resting(what, tx.claim.count({ where: { ...OPEN, ...where } }), (take) =>
    tx.claim
      .findMany({ where: { ...OPEN, ...where }, take, select: { statement: true } })
      .then((rows) => rows.map(({ statement }) => statement)),
  )

const speakers = (tx: Tx, what: string, where: object) =>
  resting(what, tx.speaker.count({ where: { ...OPEN, ...where } }), (take) =>
    tx.speaker
      .findMany({ where: { ...OPEN, ...where }, take, select: { name: true } })
      .then((rows) => rows.map(({ name }) => name)),
  )

const sources = (tx: Tx, what: string, where: object) =>
  resting(what, tx.source.count({ where: { ...OPEN, ...where } }), (take) =>
    tx.source
      .findMany({ where: { ...OPEN, ...where }, take, select: { title: true } })
      .then((rows) => rows.map(({ title }) => title)),
  )

const others = async (what: string, count: Promise<number>): Promise<Resting[]> =>
  resting(what, count, async () => [])

const links = (tx: Tx, where: object) =>
  others('links', tx.link.count({ where: { withdrawnAt: null, ...where } }))

/** Questions that are asked one after the other. */
type Steps = (() => Promise<Resting[]>)[]

/** What rests on a speaker, besides what is closed itself. */
const onSpeaker = (tx: Tx, id: string): Steps => [
  () => claims(tx, 'claims that it made', { speakerId: id }),
  () => claims(tx, 'claims made for it', { capacityOrgId: id }),
  () => claims(tx, 'claims in which it has a stake', { stakes: { some: { partyId: id } } }),
  () =>
    claims(tx, 'claims whose evidence names it', {
      evidence: { some: { OR: [{ targetId: id }, { vouchedById: id }, { capacityOrgId: id }] } },
    }),
  () => links(tx, { OR: [{ fromId: id }, { toId: id }, { capacityOrgId: id }] }),
  () => sources(tx, 'sources that it published or issued', { OR: [{ publisherId: id }, { issuerId: id }] }),
  () => speakers(tx, 'people with a role in it', { roles: { some: { orgId: id } } }),
  () =>
    speakers(tx, 'unnamed speakers that it vouches for or that belong to it', {
      OR: [{ vouchedById: id }, { affiliationId: id }],
    }),
  () => others('reviews', tx.review.count({ where: { reviewerId: id, state: { not: 'withdrawn' } } })),
  () => others('rating scales', tx.ratingScale.count({ where: { publisherId: id } })),
  () =>
    others('this ledger, whose newsroom it is', tx.setting.count({ where: { key: 'newsroom', value: id } })),
]

/** What rests on a source, besides what is closed itself. */
const onSource = (tx: Tx, id: string): Steps => [
  () => claims(tx, 'claims that appear in it', { appearances: { some: { sourceId: id } } }),
  () => claims(tx, 'claims with it as evidence', { evidence: { some: { targetId: id } } }),
  () => links(tx, { OR: [{ fromId: id }, { toId: id }] }),
]

const said = ({ what, n, examples }: Resting) =>
  `${n} ${what}${examples.length > 0 ? ` (${examples.map((e) => `“${e.slice(0, 80)}”`).join(', ')}${n > examples.length ? ' …' : ''})` : ''}`

/** Stops where something rests on it, and says what. */
export const refuseResting = async (tx: Tx, kind: 'speaker' | 'source', id: string): Promise<void> => {
  const found = (await inTurn(kind === 'speaker' ? onSpeaker(tx, id) : onSource(tx, id))).flat()
  if (found.length > 0)
    stop({
      code: 'blocked',
      sentence: `This cannot be withdrawn while something rests on it: ${found.map(said).join('; ')}. Point those elsewhere or withdraw them first.`,
      details: found,
    })
}

/**
 * The shelf on which something stands once it is withdrawn, or put back where it was before.
 * @throws stops where that is so already
 */
export const shelfAfter = async (
  tx: Tx,
  subjectKind: 'speaker' | 'source',
  { id, shelf }: { id: string; shelf: string },
  withdrawn: boolean,
): Promise<string> => {
  if ((shelf === 'closed') === withdrawn)
    stop({
      code: 'blocked',
      sentence: withdrawn ? 'This is withdrawn already.' : 'This is before readers already.',
    })
  if (withdrawn) return 'closed'
  const event = await tx.event.findFirst({
    where: { subjectKind, subjectId: id, kind: `${subjectKind}.withdrawn` },
    orderBy: { version: 'desc' },
  })
  const changes = JSON.parse(event?.changes ?? '[]') as { field: string; before: unknown }[]
  const before = changes.find(({ field }) => field === 'shelf')?.before
  return typeof before === 'string' ? before : 'public'
}
