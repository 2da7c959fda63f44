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

/** Stops at a reference to what is out of use: a speaker that was merged into another, and anything withdrawn. */
const refuseGone = async (tx: Tx, references: Reference[]): Promise<void> => {
  const where = { id: { in: idsOf(references) }, shelf: 'closed' }
  const into = { mergedInto: { select: { name: true } } }
  const speaker = await tx.speaker.findFirst({ where, select: { id: true, name: true, ...into } })
  const source = await tx.source.findFirst({ where, select: { id: true, title: true } })
  const gone = speaker ?? source
  if (!gone) return
  const merged = speaker?.mergedInto?.name
  stop({
    code: 'invalid',
    field: references.find(({ id }) => id === gone.id)?.field ?? '',
    sentence: merged
      ? `“${speaker.name}” was merged into “${merged}”; choose that one.`
      : `“${speaker?.name ?? source?.title}” was withdrawn; put it back first, or choose another.`,
  })
}

/** Stops the command with a sentence at the first reference to a speaker that is not there. */
export const requireSpeakers = async (tx: Tx, references: Reference[]): Promise<void> => {
  const rows = await tx.speaker.findMany({ where: { id: { in: idsOf(references) } }, select: { id: true } })
  missing(references, new Set(rows.map((row) => row.id)), 'speaker')
  if (rows.length > 0) await refuseGone(tx, references)
}

/** As requireSpeakers, for ends that may be a speaker or a source. */
export const requireNodes = async (tx: Tx, references: Reference[]): Promise<void> => {
  const rows = await tx.node.findMany({ where: { id: { in: idsOf(references) } }, select: { id: true } })
  missing(references, new Set(rows.map((row) => row.id)), 'speaker or source')
  if (rows.length > 0) await refuseGone(tx, references)
}

/** As requireSpeakers, for sources. */
export const requireSources = async (tx: Tx, references: Reference[]): Promise<void> => {
  const rows = await tx.source.findMany({ where: { id: { in: idsOf(references) } }, select: { id: true } })
  missing(references, new Set(rows.map((row) => row.id)), 'source')
  if (rows.length > 0) await refuseGone(tx, references)
}

/** As requireSpeakers, for topics. */
export const requireTopics = async (tx: Tx, references: Reference[]): Promise<void> => {
  const rows = await tx.topic.findMany({ where: { id: { in: idsOf(references) } }, select: { id: true } })
  missing(references, new Set(rows.map((row) => row.id)), 'topic')
}

/** As requireSpeakers, for other claims. */
export const requireClaims = async (tx: Tx, references: Reference[]): Promise<void> => {
  const rows = await tx.claim.findMany({ where: { id: { in: idsOf(references) } }, select: { id: true } })
  missing(references, new Set(rows.map((row) => row.id)), 'claim')
}
