import type { Reader } from '../../db/client'
import type { ClaimQuery } from '../../domain/query'

/** What the addresses in a query stand for. */
export interface QueryNames {
  speakers: Map<string, { id: string; name: string }>
  sources: Map<string, { id: string; name: string }>
  topics: Map<string, { id: string; name: string }>
  /** Addresses that stand for nothing here: dropped, and said on the page. */
  unknown: { key: 'speaker' | 'source' | 'topic'; value: string }[]
}

type Kind = 'speaker' | 'source' | 'topic'

const current = async (reader: Reader, kind: Kind, slugs: string[]) => {
  const where = { slug: { in: slugs }, shelf: 'public' }
  if (kind === 'source') {
    const rows = await reader.source.findMany({ where, select: { id: true, slug: true, title: true } })
    return rows.map((row) => ({ id: row.id, slug: row.slug, name: row.title }))
  }
  const select = { id: true, slug: true, name: true }
  return kind === 'speaker'
    ? reader.speaker.findMany({ where, select })
    : reader.topic.findMany({ where, select })
}

/** Follows addresses that were in use before a rename. */
const former = async (reader: Reader, kind: Kind, slugs: string[]) => {
  const moved = await reader.formerSlug.findMany({ where: { kind, slug: { in: slugs } } })
  const where = { id: { in: moved.map((m) => m.targetId) }, shelf: 'public' }
  const rows =
    kind === 'source'
      ? (await reader.source.findMany({ where, select: { id: true, title: true } })).map((r) => ({
          id: r.id,
          name: r.title,
        }))
      : kind === 'speaker'
        ? await reader.speaker.findMany({ where, select: { id: true, name: true } })
        : await reader.topic.findMany({ where, select: { id: true, name: true } })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return moved.flatMap((m) => {
    const row = byId.get(m.targetId)
    return row ? [{ slug: m.slug, ...row }] : []
  })
}

const resolve = async (reader: Reader, kind: Kind, slugs: readonly string[]) => {
  const map = new Map<string, { id: string; name: string }>()
  if (slugs.length === 0) return map
  for (const row of await current(reader, kind, [...slugs])) map.set(row.slug, { id: row.id, name: row.name })
  const rest = slugs.filter((slug) => !map.has(slug))
  if (rest.length > 0)
    for (const row of await former(reader, kind, rest)) map.set(row.slug, { id: row.id, name: row.name })
  return map
}

/** Looks up the names behind a query's addresses. */
export const namesFor = async (reader: Reader, query: ClaimQuery): Promise<QueryNames> => {
  const [speakers, sources, topics] = await Promise.all([
    resolve(reader, 'speaker', query.speaker),
    resolve(reader, 'source', query.source),
    resolve(reader, 'topic', query.topic),
  ])
  const lost = (key: Kind, slugs: readonly string[], map: Map<string, unknown>) =>
    slugs.filter((slug) => !map.has(slug)).map((value) => ({ key, value }))
  return {
    speakers,
    sources,
    topics,
    unknown: [
      ...lost('speaker', query.speaker, speakers),
      ...lost('source', query.source, sources),
      ...lost('topic', query.topic, topics),
    ],
  }
}
