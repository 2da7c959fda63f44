/** Which rows refer to a speaker, and how they are moved to another and back. */
import type { Tx } from '../../db/client'

/** Columns that hold a speaker's id, in tables whose rows have an id of their own. A test compares them to the schema. */
export const COLUMNS = [
  'claim.speakerId',
  'claim.capacityOrgId',
  'evidence.targetId',
  'evidence.capacityOrgId',
  'evidence.vouchedById',
  'link.fromId',
  'link.toId',
  'link.capacityOrgId',
  'source.publisherId',
  'source.issuerId',
  'role.orgId',
  'role.speakerId',
  'speaker.vouchedById',
  'speaker.affiliationId',
  'speaker.mergedIntoId',
  'identityLink.fromId',
  'identityLink.toId',
  'review.reviewerId',
  'ratingScale.publisherId',
] as const
export type Column = (typeof COLUMNS)[number]

/** Tables keyed by the speaker itself are moved row by row; what a merge keeps about itself is not moved. */
export const OTHERWISE = [
  'stake.partyId',
  'mayOverlap.speakerId',
  'mayOverlap.otherId',
  'speakerMerge.fromId',
  'speakerMerge.intoId',
] as const

type Stake = { claimId: string; stake: string; note: string | null }
type Overlap = { speakerId: string; otherId: string }

/** What a merge changed, so that it can be undone. */
export interface Moved {
  columns: Partial<Record<Column, string[]>>
  /** Where a moved role stood. */
  positions: Record<string, number>
  stakes: Stake[]
  /** Stakes that the other has too, with the same effect; taken away meanwhile. */
  doubled: Stake[]
  overlaps: { before: Overlap; after: Overlap }[]
  /** Links from one of the two to the other, which would lead from a speaker to itself. */
  withdrawn: string[]
  shelf: string
  /** The group that the other took over, having none. */
  group: string | null
  newsroom: boolean
}

interface Rows {
  findMany(query: object): Promise<{ id: string }[]>
  updateMany(query: object): Promise<{ count: number }>
}

const split = (column: Column) => column.split('.') as [model: 'claim', field: 'speakerId']
const rowsOf = (tx: Tx, column: Column): [rows: Rows, field: string] => {
  const [model, field] = split(column)
  return [tx[model] as unknown as Rows, field]
}

/** Rows that must stay where they are, since they would lead from the speaker to itself. */
const between = (column: Column, from: string, into: string): object => {
  const pair = { in: [from, into] }
  if (column === 'link.fromId') return { NOT: { toId: pair } }
  if (column === 'link.toId') return { NOT: { fromId: pair } }
  if (column === 'identityLink.fromId') return { NOT: { toId: pair } }
  if (column === 'identityLink.toId') return { NOT: { fromId: pair } }
  return {}
}

/** Bound values in one statement. */
const CHUNK = 900

const setAll = async (tx: Tx, column: Column, ids: readonly string[], was: string, now: string) => {
  const [rows, field] = rowsOf(tx, column)
  for (let start = 0; start < ids.length; start += CHUNK)
    await rows.updateMany({
      where: { id: { in: ids.slice(start, start + CHUNK) }, [field]: was },
      data: { [field]: now },
    })
}

const roleKey = (r: Record<string, unknown>) =>
  JSON.stringify([r.orgId, r.title, r.kind, r.from, r.to, r.ended])

/** Roles that the other does not have already; the moved ones stand after its own. */
const moveRoles = async (tx: Tx, from: string, into: string, moved: Moved): Promise<void> => {
  const own = await tx.role.findMany({ where: { speakerId: into } })
  const keys = new Set(own.map(roleKey))
  const roles = await tx.role.findMany({ where: { speakerId: from }, orderBy: { position: 'asc' } })
  let position = Math.max(-1, ...own.map((role) => role.position))
  const ids: string[] = []
  for (const role of roles.filter((r) => !keys.has(roleKey(r)))) {
    ids.push(role.id)
    moved.positions[role.id] = role.position
    position += 1
    await tx.role.update({ where: { id: role.id }, data: { speakerId: into, position } })
  }
  if (ids.length > 0) moved.columns['role.speakerId'] = ids
}

const moveStakes = async (tx: Tx, from: string, into: string, moved: Moved): Promise<void> => {
  const stakes = await tx.stake.findMany({ where: { partyId: from } })
  const theirs = await tx.stake.findMany({ where: { partyId: into }, select: { claimId: true } })
  const both = new Set(theirs.map(({ claimId }) => claimId))
  for (const { claimId, stake, note } of stakes)
    (both.has(claimId) ? moved.doubled : moved.stakes).push({ claimId, stake, note })
  await tx.stake.deleteMany({ where: { partyId: from } })
  if (moved.stakes.length > 0)
    await tx.stake.createMany({ data: moved.stakes.map((stake) => ({ ...stake, partyId: into })) })
}

const moveOverlaps = async (tx: Tx, from: string, into: string, moved: Moved): Promise<void> => {
  const pairs = await tx.mayOverlap.findMany({ where: { OR: [{ speakerId: from }, { otherId: from }] } })
  const now = (id: string) => (id === from ? into : id)
  for (const before of pairs) {
    const after = { speakerId: now(before.speakerId), otherId: now(before.otherId) }
    if (after.speakerId === after.otherId) continue
    if (await tx.mayOverlap.findUnique({ where: { speakerId_otherId: after } })) continue
    await tx.mayOverlap.delete({ where: { speakerId_otherId: before } })
    await tx.mayOverlap.create({ data: after })
    moved.overlaps.push({ before, after })
  }
}

/** Moves everything that refers to `from`. @returns what was moved, apart from what stands on the two themselves */
export const moveRows = async (tx: Tx, from: string, into: string, at: Date): Promise<Moved> => {
  const moved: Moved = {
    columns: {},
    positions: {},
    stakes: [],
    doubled: [],
    overlaps: [],
    withdrawn: [],
    shelf: '',
    group: null,
    newsroom: false,
  }
  const loops = await tx.link.findMany({
    where: {
      withdrawnAt: null,
      OR: [
        { fromId: from, toId: into },
        { fromId: into, toId: from },
      ],
    },
    select: { id: true },
  })
  moved.withdrawn = loops.map(({ id }) => id)
  await tx.link.updateMany({ where: { id: { in: moved.withdrawn } }, data: { withdrawnAt: at } })
  for (const column of COLUMNS) {
    if (column === 'role.speakerId') continue
    const [rows, field] = rowsOf(tx, column)
    const where = { [field]: from, ...between(column, from, into) }
    const ids = (await rows.findMany({ where, select: { id: true } })).map(({ id }) => id).sort()
    if (ids.length === 0) continue
    moved.columns[column] = ids
    await setAll(tx, column, ids, from, into)
  }
  await moveRoles(tx, from, into, moved)
  await moveStakes(tx, from, into, moved)
  await moveOverlaps(tx, from, into, moved)
  return moved
}

/** A row that was changed since and is left as it is. */
export interface Left {
  table: string
  id: string
}

const stillThere = async (tx: Tx, column: Column, ids: readonly string[], into: string) => {
  const [rows, field] = rowsOf(tx, column)
  const found: string[] = []
  for (let start = 0; start < ids.length; start += CHUNK)
    for (const { id } of await rows.findMany({
      where: { id: { in: ids.slice(start, start + CHUNK) }, [field]: into },
      select: { id: true },
    }))
      found.push(id)
  return found
}

const restoreStakes = async (tx: Tx, from: string, into: string, moved: Moved, left: Left[]) => {
  for (const stake of moved.stakes) {
    const key = { claimId_partyId: { claimId: stake.claimId, partyId: into } }
    const now = await tx.stake.findUnique({ where: key })
    if (!now || now.stake !== stake.stake || now.note !== stake.note)
      left.push({ table: 'stake', id: stake.claimId })
    else {
      await tx.stake.delete({ where: key })
      await tx.stake.create({ data: { ...stake, partyId: from } })
    }
  }
  if (moved.doubled.length > 0)
    await tx.stake.createMany({ data: moved.doubled.map((stake) => ({ ...stake, partyId: from })) })
}

/**
 * Moves back what a merge moved and nobody changed since.
 * @returns what was left
 */
export const restoreRows = async (tx: Tx, from: string, into: string, moved: Moved): Promise<Left[]> => {
  const left: Left[] = []
  for (const column of COLUMNS) {
    const ids = moved.columns[column] ?? []
    const still = new Set(await stillThere(tx, column, ids, into))
    for (const id of ids) if (!still.has(id)) left.push({ table: split(column)[0], id })
    await setAll(tx, column, [...still], into, from)
  }
  for (const [id, position] of Object.entries(moved.positions))
    await tx.role.updateMany({ where: { id, speakerId: from }, data: { position } })
  await restoreStakes(tx, from, into, moved, left)
  for (const { before, after } of moved.overlaps) {
    const { count } = await tx.mayOverlap.deleteMany({ where: after })
    if (count === 0) left.push({ table: 'mayOverlap', id: after.otherId })
    else await tx.mayOverlap.create({ data: before })
  }
  await tx.link.updateMany({ where: { id: { in: moved.withdrawn } }, data: { withdrawnAt: null } })
  return left
}
