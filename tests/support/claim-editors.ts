/** Many who change the same claims at the same time, each until their changes are in. */
import { expect } from 'vitest'
import { checkDerivation } from '../../lib/commands/check'
import { type Edited, editClaim } from '../../lib/commands/claims/edit'
import { recordClaim } from '../../lib/commands/claims/record'
import type { ClaimConflict } from '../../lib/commands/claims/subject'
import { setSourceStatus } from '../../lib/commands/sources'
import { claimKept } from '../../lib/db/claim-record'
import type { Database } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import type { EditableClaim, EditableInput } from '../../lib/domain/claim-record'
import type { Result } from '../../lib/domain/result'
import { must } from '../../seeds/must'
import { addSmallLedger, admin } from './small-ledger'

/** A claim's record as its form would hold it now, with the version. */
export const opened = async (
  db: Database,
  id: string,
): Promise<{ id: string; version: number; record: EditableClaim }> => {
  const kept = await claimKept(db.reader, { id })
  if (!kept) throw new Error(`There is no claim ${id}.`)
  return kept
}

/** Saves a claim with some fields changed. */
export const edit = async (
  db: Database,
  actor: Actor,
  id: string,
  change: Partial<EditableInput>,
  { version, reason = 'A reason.' }: { version?: number; reason?: string | null } = {},
): Promise<Result<Edited>> => {
  const now = await opened(db, id)
  return editClaim(db, actor, { ...now.record, ...change, id, version: version ?? now.version, reason })
}

/** What a change may do: each moves something that is derived. */
export const CHANGES: ((n: number) => Partial<EditableInput>)[] = [
  (n) => ({ note: `Change ${n}` }),
  (n) => ({ speaker: n % 2 ? 'director' : 'other', note: `Change ${n}` }),
  (n) => ({ saidOn: `202${n % 6}-05-0${1 + (n % 9)}`, note: `Change ${n}` }),
  (n) => ({ topics: n % 2 ? ['housing'] : [], note: `Change ${n}` }),
  (n) => ({ speechAct: n % 2 ? 'opinion' : 'denial', basis: 'first_hand', note: `Change ${n}` }),
  (n) => ({
    evidence: n % 3 ? [{ relation: 'supports', target: n % 2 ? 'register' : 'memo' }] : [],
    appearances: n % 2 ? [{ source: 'report' }] : [{ source: 'memo' }],
    note: `Change ${n}`,
  }),
  (n) => ({
    links: n % 2 ? [{ from: 'memo', to: 'director', mode: 'quotes' }] : [],
    evidence: [{ relation: 'contradicts', target: 'other', basis: 'first_hand', access: 'on_record' }],
    note: `Change ${n}`,
  }),
]

/**
 * Lets editors write at once, and expects that nothing was lost.
 * @param changes of each editor
 */
export const expectNothingLost = async (
  db: Database,
  { editors, changes, claims }: { editors: number; changes: number; claims: number },
): Promise<void> => {
  await addSmallLedger(db)
  for (let i = 0; i < claims; i++)
    must(
      await recordClaim(db, admin, { id: `claim-${i}`, statement: `Claim ${i}.`, speaker: 'other' }),
      `${i}`,
    )
  let conflicts = 0
  const one = async (editor: number) => {
    const actor: Actor = { kind: 'user', id: 'user-editor', name: `Editor ${editor}`, role: 'editor' }
    for (let i = 0; i < changes; i++) {
      const n = editor * changes + i
      // Some meet at every claim.
      const id = `claim-${(Math.floor(editor / 4) * 11 + i) % claims}`
      const change = CHANGES[n % CHANGES.length]?.(n) ?? {}
      let seen = await opened(db, id)
      for (;;) {
        const input = { ...seen.record, ...change, id, version: seen.version, reason: `Reason ${n}` }
        const result = await editClaim(db, actor, input)
        if (result.ok) break
        if (result.refusal.code !== 'conflict') throw new Error(JSON.stringify(result.refusal))
        conflicts += 1
        const { current, theirs } = result.refusal.details as ClaimConflict
        seen = { id, version: current, record: theirs }
      }
    }
  }
  const retract = async () => {
    for (let i = 0; i < changes; i++) {
      const { version } = await db.reader.source.findUniqueOrThrow({ where: { id: 'register' } })
      const status = i % 2 ? 'current' : 'retracted'
      must(await setSourceStatus(db, admin, { id: 'register', version, status, reason: 'A reason.' }), status)
    }
  }
  await Promise.all([...Array.from({ length: editors }, (_, editor) => one(editor)), retract()])
  const events = await db.reader.event.findMany({ where: { kind: 'claim.edited' } })
  expect(events).toHaveLength(editors * changes)
  expect(new Set(events.map(({ reason }) => reason)).size).toBe(editors * changes)
  const rows = await db.reader.claim.findMany({ where: { id: { startsWith: 'claim-' } } })
  const numbered = rows.filter(({ id }) => /^claim-\d+$/.test(id))
  expect(numbered.reduce((sum, { version }) => sum + version - 1, 0)).toBe(editors * changes)
  for (const { id, version } of numbered) {
    const versions = events.filter((event) => event.subjectId === id).map((event) => event.version)
    expect(versions.sort((a, b) => a - b)).toEqual(Array.from({ length: version - 1 }, (_, i) => i + 2))
  }
  expect((await checkDerivation(db)).wrong).toEqual([])
  expect(conflicts).toBeGreaterThan(0)
}
