/** What readers may see, for reading elsewhere: made by the same queries as the pages, asked as a reader asks. */
import type { Database } from '../../db/client'
import type { Viewer } from '../../domain/actor'
import { getClaim } from '../claims/page'
import { getSource } from '../sources/page'
import { getSpeaker } from '../speakers/page'
import { listTopics } from '../topics'
import type { Found } from '../views'
import type { PackedFile } from './pack'

const READER: Viewer = { kind: 'public' }

/** Entities in one step: each is a page of its own to read. */
const SOME = 100

interface Place {
  id: string
  slug: string
}

/** Every entity of a kind on the public shelf, some at a time. */
async function* found<T>(
  some: (after: string) => Promise<Place[]>,
  read: (slug: string) => Promise<Found<T>>,
): AsyncGenerator<T[]> {
  let after = ''
  for (;;) {
    const places = await some(after)
    const pages: T[] = []
    for (const { slug } of places) {
      const one = await read(slug)
      if (one.kind === 'found') pages.push(one.page)
    }
    yield pages
    const last = places.at(-1)
    if (!last || places.length < SOME) return
    after = last.id
  }
}

const walk = (after: string) =>
  ({
    where: { shelf: 'public', id: { gt: after } },
    orderBy: { id: 'asc' },
    take: SOME,
    select: { id: true, slug: true },
  }) as const

/** Claims stand in a file of their own, so the pages of speakers and sources leave theirs out. */
async function* without<T extends object, K extends keyof T>(
  pages: AsyncIterable<T[]>,
  ...names: K[]
): AsyncGenerator<Omit<T, K>[]> {
  for await (const some of pages)
    yield some.map(
      (page) => Object.fromEntries(Object.entries(page).filter(([name]) => !names.includes(name as K))) as T,
    )
}

export const publicFiles = (db: Database): PackedFile[] => {
  const { reader } = db
  return [
    {
      path: 'rows/claims.jsonl',
      rows: () =>
        found(
          (after) => reader.claim.findMany(walk(after)),
          (slug) => getClaim(db, READER, slug),
        ),
    },
    {
      path: 'rows/speakers.jsonl',
      rows: () =>
        without(
          found(
            (after) => reader.speaker.findMany(walk(after)),
            (slug) => getSpeaker(db, READER, slug),
          ),
          'made',
          'testifies',
        ),
    },
    {
      path: 'rows/sources.jsonl',
      rows: () =>
        without(
          found(
            (after) => reader.source.findMany(walk(after)),
            (slug) => getSource(db, READER, slug),
          ),
          'appearing',
          'resting',
        ),
    },
    {
      path: 'rows/topics.jsonl',
      rows: async function* () {
        yield await listTopics(db, READER)
      },
    },
  ]
}

export const PUBLIC_LEFT_OUT: readonly string[] = [
  'Drafts, submitted claims, and what was withdrawn or hidden.',
  'Comments among editors, reports of readers, accounts and their addresses.',
  'Names of those who are told of on background.',
  'The teaching ledger.',
]
