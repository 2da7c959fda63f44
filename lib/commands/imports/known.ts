/** Records of a collection that were imported before. */
import { createHash } from 'node:crypto'
import { bulkInsert, bulkUpdate, packed } from '../../db/bulk'
import type { Tx } from '../../db/client'
import { newId } from '../../domain/ids'
import type { Draft } from '../../domain/import/draft'
import { gather } from './names'
import type { Seen } from './seen'

export interface KnownRecord {
  id: string
  subjectId: string | null
  hash: string
  record: string
}

/** Longer ids are kept by their hash: indexes hold no text of any length. */
const MAX_KEY = 200

export const storedKey = (key: string): string => {
  const plain = key.replaceAll('\u0000', '').toWellFormed()
  return plain.length <= MAX_KEY
    ? plain
    : `${plain.slice(0, 100)}#${createHash('sha256').update(plain).digest('hex')}`
}

export const hashOf = (draft: Draft): string => {
  const { keys: _keys, ...said } = draft
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

export type Match =
  | { kind: 'new' }
  | { kind: 'known'; record: KnownRecord }
  | { kind: 'repeat'; line: number }

export class Known {
  private readonly byKey = new Map<string, string>()
  private readonly records = new Map<string, KnownRecord>()
  private readonly said = new Map<string, string>()
  private readonly freshRecords: object[] = []
  private readonly changedRecords: object[] = []
  private readonly freshKeys: { origin: string; kind: string; key: string; recordId: string }[] = []

  constructor(
    private readonly tx: Tx,
    private readonly origin: string,
    private readonly at: Date,
  ) {}

  private key(kind: string, key: string): string {
    return `${kind} ${storedKey(key)}`
  }

  async look(kind: Draft['subject'], keys: readonly string[]): Promise<void> {
    const rows = await gather(keys.map(storedKey), (some) =>
      this.tx.importKey.findMany({ where: { origin: this.origin, kind, key: { in: some } } }),
    )
    for (const { key, recordId } of rows) this.byKey.set(`${kind} ${key}`, recordId)
    const records = await gather(
      rows.map(({ recordId }) => recordId),
      (some) => this.tx.importedRecord.findMany({ where: { id: { in: some } } }),
    )
    for (const record of records) this.records.set(record.id, record)
  }

  /** The record with this id of the collection. */
  get(kind: Draft['subject'], key: string): KnownRecord | null {
    return this.records.get(this.byKey.get(this.key(kind, key)) ?? '') ?? null
  }

  /** What a draft is to the collection: by its surest id that no earlier row of this run has used. */
  match(draft: Draft, seen: Seen, line: number): Match {
    const { subject, keys } = draft
    const free = keys.filter((key) => seen.line(this.key(subject, key)) === undefined)
    if (free.length === 0)
      return { kind: 'repeat', line: seen.line(this.key(subject, keys[0] ?? '')) ?? line }
    const record = free
      .map((key) => this.get(subject, key))
      .find((found) => found !== null && seen.line(`record ${found.id}`) === undefined)
    for (const key of keys) if (free.includes(key)) seen.add(this.key(subject, key), line)
    if (!record) return { kind: 'new' }
    seen.add(`record ${record.id}`, line)
    return { kind: 'known', record }
  }

  /** Meets again what an earlier run of the same file did with a draft. */
  meet({ subject, keys }: Draft, seen: Seen, line: number): void {
    const free = keys.filter((key) => seen.line(this.key(subject, key)) === undefined)
    const record = free.map((key) => this.get(subject, key)).find((found) => found !== null)
    for (const key of free) seen.add(this.key(subject, key), line)
    if (record) seen.add(`record ${record.id}`, line)
  }

  /** Remembers a draft under its ids; those that mean another record already stay with it. */
  remember(draft: Draft, kept: { subjectId: string | null; record: object }): void {
    const id = newId()
    this.freshRecords.push({
      id,
      origin: this.origin,
      kind: draft.subject,
      subjectId: kept.subjectId,
      hash: hashOf(draft),
      record: JSON.stringify(kept.record),
      at: this.at,
    })
    this.alias(draft.subject, draft.keys, id)
  }

  alias(kind: Draft['subject'], keys: readonly string[], recordId: string): void {
    for (const key of keys) {
      const form = this.key(kind, key)
      if (this.byKey.has(form)) continue
      this.byKey.set(form, recordId)
      this.freshKeys.push({ origin: this.origin, kind, key: storedKey(key), recordId })
    }
  }

  update(record: KnownRecord, draft: Draft, kept: { subjectId?: string; record: object }): void {
    this.changedRecords.push({
      hash: hashOf(draft),
      record: JSON.stringify(kept.record),
      at: this.at,
      subjectId: kept.subjectId ?? record.subjectId,
      id: record.id,
    })
    this.alias(draft.subject, draft.keys, record.id)
  }

  /** Remembers by which ids the collection calls speakers that it only names. */
  rememberSpeakers(ids: readonly (readonly [key: string, speakerId: string])[]): void {
    for (const [key, subjectId] of ids) {
      if (this.get('speaker', key)) continue
      const id = newId()
      const record = { id, origin: this.origin, kind: 'speaker', subjectId, hash: '', record: '{}' }
      this.freshRecords.push({ ...record, at: this.at })
      this.records.set(id, record)
      this.alias('speaker', [key], id)
    }
  }

  /** The claim that says a wording first; those after it repeat it. */
  firstSaid(key: string, claimId: string): void {
    const wording = this.get('wording', key)
    if (!wording || wording.subjectId !== null) return
    wording.subjectId = claimId
    this.said.set(wording.id, claimId)
  }

  async write(): Promise<void> {
    await bulkUpdate(this.tx, packed('ImportedRecord', this.changedRecords))
    for (const [id, subjectId] of this.said)
      await this.tx.importedRecord.update({ where: { id }, data: { subjectId } })
    await bulkInsert(this.tx, packed('ImportedRecord', this.freshRecords))
    await bulkInsert(this.tx, packed('ImportKey', this.freshKeys))
  }
}

/** What a wording says, as it was imported. */
export const wordingOf = (
  known: Known,
  id: string | null,
): { statement: string; note: string | null; topics: string[] } | null => {
  const record = id === null ? null : known.get('wording', id)
  return record ? JSON.parse(record.record) : null
}
