import type { Reader } from '../db/client'

type Kind = 'claim' | 'speaker' | 'source' | 'topic'

const currentSlug = async (reader: Reader, kind: Kind, id: string): Promise<string | null> => {
  const where = { id }
  const select = { slug: true }
  if (kind === 'speaker') {
    const into = { mergedInto: { select } }
    const speaker = await reader.speaker.findUnique({ where, select: { ...select, ...into } })
    return speaker?.mergedInto?.slug ?? speaker?.slug ?? null
  }
  const row =
    kind === 'claim'
      ? await reader.claim.findUnique({ where, select })
      : kind === 'source'
        ? await reader.source.findUnique({ where, select })
        : await reader.topic.findUnique({ where, select })
  return row?.slug ?? null
}

/** Where an address that is not in use now leads, if it ever was in use; null where it never was. */
export const movedTo = async (reader: Reader, kind: Kind, slug: string): Promise<string | null> => {
  const former = await reader.formerSlug.findUnique({ where: { kind_slug: { kind, slug } } })
  return former ? currentSlug(reader, kind, former.targetId) : null
}
