import type { Tx } from '../db/client'
import { stop } from './command'

/** A reference to a row, and the field of the input that made it. */
export interface Reference {
  field: string
  id: string | null | undefined
}

const missing = (wanted: Reference[], found: Set<string>, what: string) => {
  const lost = wanted.find((reference) => reference.id && !found.has(reference.id))
  if (lost)
    stop({
      code: 'invalid',
      field: lost.field,
      sentence: `No ${what} is recorded under “${lost.id}”; record it first, or choose another.`,
    })
}

const idsOf = (references: Reference[]) => [...new Set(references.flatMap(({ id }) => (id ? [id] : [])))]

/** Stops at the first thing that an input says for the second time. */
export const refuseTwice = (references: Reference[]): void => {
  const seen = new Set<string>()
  for (const { field, id } of references)
    if (id && seen.has(id))
      stop({ code: 'duplicate', field, sentence: 'This stands here twice; keep one of them.' })
    else if (id) seen.add(id)
}

interface Row {
  id: string
  /** Left out of what may be referred to wherever it stands. */
  shelf?: string
}

const nodeFields = { id: true, shelf: true } as const

const speakersIn = (tx: Tx, ids: string[]): Promise<Row[]> =>
  tx.speaker.findMany({ where: { id: { in: ids } }, select: nodeFields })

const sourcesIn = (tx: Tx, ids: string[]): Promise<Row[]> =>
  tx.source.findMany({ where: { id: { in: ids } }, select: nodeFields })

/** Stops at a reference to what is out of use: a speaker that was merged into another, and anything withdrawn. */
const refuseGone = async (tx: Tx, references: Reference[], nodes: readonly Row[]): Promise<void> => {
  const gone = nodes.find(({ shelf }) => shelf === 'closed')
  if (!gone) return
  const where = { id: gone.id }
  const into = { mergedInto: { select: { name: true } } }
  const speaker = await tx.speaker.findUnique({ where, select: { name: true, ...into } })
  const source = await tx.source.findUnique({ where, select: { title: true } })
  const merged = speaker?.mergedInto?.name
  stop({
    code: 'invalid',
    field: references.find(({ id }) => id === gone.id)?.field ?? '',
    sentence: merged
      ? `“${speaker.name}” was merged into “${merged}”; choose that one.`
      : `“${speaker?.name ?? source?.title}” was withdrawn; put it back first, or choose another.`,
  })
}

/** Stops where something is missing or out of use; asks for nothing where nothing is referred to. */
const requireAll = async (
  tx: Tx,
  references: Reference[],
  what: string,
  read: (ids: string[]) => Promise<Row[]>,
): Promise<void> => {
  const ids = idsOf(references)
  if (ids.length === 0) return
  const nodes = await read(ids)
  missing(references, new Set(nodes.map(({ id }) => id)), what)
  await refuseGone(tx, references, nodes)
}

/** Stops the command with a sentence at the first reference to a speaker that is not there. */
export const requireSpeakers = (tx: Tx, references: Reference[]): Promise<void> =>
  requireAll(tx, references, 'speaker', (ids) => speakersIn(tx, ids))

/** As requireSpeakers, for ends that may be a speaker or a source. */
export const requireNodes = (tx: Tx, references: Reference[]): Promise<void> =>
  requireAll(tx, references, 'speaker or source', async (ids) => [
    ...(await speakersIn(tx, ids)),
    ...(await sourcesIn(tx, ids)),
  ])

/** As requireSpeakers, for sources. */
export const requireSources = (tx: Tx, references: Reference[]): Promise<void> =>
  requireAll(tx, references, 'source', (ids) => sourcesIn(tx, ids))

/** As requireSpeakers, for topics. */
export const requireTopics = (tx: Tx, references: Reference[]): Promise<void> =>
  requireAll(tx, references, 'topic', (ids) =>
    tx.topic.findMany({ where: { id: { in: ids } }, select: { id: true } }),
  )

/** As requireSpeakers, for other claims. */
export const requireClaims = (tx: Tx, references: Reference[]): Promise<void> =>
  requireAll(tx, references, 'claim', (ids) =>
    tx.claim.findMany({ where: { id: { in: ids } }, select: { id: true } }),
  )
