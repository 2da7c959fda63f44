/**
 * Whom a claim's history may not name although an earlier version did: somebody who is unnamed now. The way from a
 * name to "an official" would tell who the official is.
 */
import type { Reader } from '../../db/client'

export interface Unnamed {
  /** Those whom the history may not name. */
  hidden: ReadonlySet<string>
  /** Items of evidence that it keeps short where they had a name. */
  short: ReadonlySet<string>
  /** Unnamed speakers among those that it refers to. */
  anonymous: ReadonlySet<string>
}

/** For those who may see everything. */
export const NOBODY: Unnamed = { hidden: new Set(), short: new Set(), anonymous: new Set() }

interface Item {
  id: string
  access: string
  target: string | null
}

interface Version {
  speaker?: string | null
  evidence?: Item[]
}

/** What each version of a claim recorded of who says it, the last as it stands now. */
const versionsOf = async (reader: Reader, claimId: string): Promise<Version[]> => {
  const [events, now] = await Promise.all([
    reader.event.findMany({
      where: {
        subjectKind: 'claim',
        subjectId: claimId,
        OR: [{ record: { contains: '"evidence"' } }, { record: { contains: '"speaker"' } }],
      },
      orderBy: { version: 'asc' },
      select: { record: true },
    }),
    reader.claim.findUnique({
      where: { id: claimId },
      select: { speakerId: true, evidence: { select: { id: true, access: true, targetId: true } } },
    }),
  ])
  const last = {
    speaker: now?.speakerId ?? null,
    evidence: (now?.evidence ?? []).map(({ id, access, targetId }) => ({ id, access, target: targetId })),
  }
  return [...events.map(({ record }) => JSON.parse(record) as Version), last]
}

/** Items by how they stood last; those that were taken out while an unnamed one came in count as that one. */
const shortItems = (versions: readonly Version[], isUnnamed: (item: Item) => boolean): Set<string> => {
  const short = new Set<string>()
  let before: Item[] = []
  for (const { evidence } of versions) {
    if (!Array.isArray(evidence)) continue
    const had = new Set(before.map(({ id }) => id))
    const has = new Set(evidence.map(({ id }) => id))
    const came = evidence.some((item) => !had.has(item.id) && isUnnamed(item))
    if (came) for (const { id } of before) if (!has.has(id)) short.add(id)
    for (const item of evidence)
      if (isUnnamed(item)) short.add(item.id)
      else short.delete(item.id)
    before = evidence
  }
  return short
}

/**
 * Whom a claim's history may not name.
 * @param hidden those whom its page may not name as it stands
 */
export const unnamedThen = async (
  reader: Reader,
  { id, hidden }: { id: string; hidden: ReadonlySet<string> },
): Promise<Unnamed> => {
  const versions = await versionsOf(reader, id)
  const items = versions.flatMap(({ evidence }) => (Array.isArray(evidence) ? evidence : []))
  const makers = versions.flatMap(({ speaker }) => speaker ?? [])
  const ids = [...new Set([...makers, ...items.flatMap(({ target }) => target ?? [])])]
  const people = await reader.speaker.findMany({
    where: { id: { in: ids } },
    select: { id: true, kind: true },
  })
  const kinds = new Map(people.map((one) => [one.id, one.kind]))
  const anonymous = (speaker: string | null | undefined) =>
    typeof speaker === 'string' && kinds.get(speaker) === 'anonymous'
  const isUnnamed = ({ access, target }: Item) => access === 'on_background' || anonymous(target)
  const short = shortItems(versions, isUnnamed)
  const now = versions.at(-1)
  const open = new Set([
    now?.speaker,
    ...(now?.evidence ?? []).filter((item) => !isUnnamed(item)).map(({ target }) => target),
  ])
  const then = [
    ...items.filter((item) => short.has(item.id)).map(({ target }) => target),
    ...(anonymous(now?.speaker) ? makers : []),
  ]
  const named = then.filter(
    (one): one is string => typeof one === 'string' && kinds.has(one) && !anonymous(one) && !open.has(one),
  )
  return {
    short,
    hidden: new Set([...hidden, ...named]),
    anonymous: new Set(people.flatMap((one) => (anonymous(one.id) ? one.id : []))),
  }
}
