/** Rows of speakers and sources as references: enough to name and link them. */
import type { Reader } from '../db/client'
import type { SourceRef, SpeakerRef } from './views'

export const refFields = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  headCountWording: true,
  vouchedBy: { select: { slug: true, name: true } },
} as const

interface SpeakerFields {
  slug: string
  name: string
  kind: string
  headCountWording: string | null
  vouchedBy?: { slug: string; name: string } | null
}

export const speakerRef = (row: SpeakerFields): SpeakerRef => ({
  type: 'speaker',
  slug: row.slug,
  name: row.name,
  kind: row.kind,
  headCount: row.headCountWording,
  vouchedBy: row.vouchedBy ? { slug: row.vouchedBy.slug, name: row.vouchedBy.name } : null,
})

interface SourceFields {
  slug: string
  title: string
  kind: string
  status: string
  publisher?: { name: string } | null
}

export const sourceRef = (row: SourceFields): SourceRef => ({
  type: 'source',
  slug: row.slug,
  name: row.title,
  kind: row.kind,
  status: row.status,
  publisher: row.publisher?.name ?? null,
})

/** What every record carries, as a page and a program receive it. */
export const kept = (row: { id: string; version: number; recordedAt: Date; updatedAt: Date }) => ({
  id: row.id,
  version: row.version,
  recordedAt: row.recordedAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
})

/** Of the shelves that a page may show beside its own: what is public, and what stands where it stands. */
export const beside = (shelf: string) => ({ shelf: { in: ['public', shelf] } })

/**
 * References to speakers by id.
 * @param only leaves out those that are not so, such as not on a shelf
 */
export const speakerRefs = async (
  reader: Reader,
  ids: readonly string[],
  only: Partial<ReturnType<typeof beside>> = {},
): Promise<Map<string, SpeakerRef>> => {
  const where = { id: { in: [...new Set(ids)] }, ...only }
  const rows = await reader.speaker.findMany({ where, select: refFields })
  return new Map(rows.map((row) => [row.id, speakerRef(row)]))
}

/** As speakerRefs, for sources. */
export const sourceRefs = async (
  reader: Reader,
  ids: readonly string[],
  only: Partial<ReturnType<typeof beside>> = {},
): Promise<Map<string, SourceRef>> => {
  const rows = await reader.source.findMany({
    where: { id: { in: [...new Set(ids)] }, ...only },
    select: {
      id: true,
      slug: true,
      title: true,
      kind: true,
      status: true,
      publisher: { select: { name: true } },
    },
  })
  return new Map(rows.map((row) => [row.id, sourceRef(row)]))
}
