/**
 * Whom and what the records of a batch name: found in the ledger, or new. Two people of one name are never guessed
 * between: an id of the collection tells them apart, or the record is a problem.
 */
import type { Tx } from '../../db/client'
import { newId } from '../../domain/ids'
import type { NamedDraft, Own, SourceDraft } from '../../domain/import/draft'
import { type SourceRecord, sourceInput } from '../../domain/input/source'
import { type SpeakerRecord, speakerInput } from '../../domain/input/speaker'
import { sortForm } from '../../domain/sorting'

/** Bound values in one statement, below SQLite's limit. */
const SOME = 800

/** Reads in several statements where there is more to be bound than one takes. */
export const gather = async <T>(
  values: Iterable<string>,
  read: (some: string[]) => Promise<T[]>,
): Promise<T[]> => {
  const all = [...new Set(values)]
  const found: T[] = []
  for (let start = 0; start < all.length; start += SOME)
    for (const row of await read(all.slice(start, start + SOME))) found.push(row)
  return found
}

const SHELVES = { in: ['public', 'desk'] }

export type Found = { id: string } | { problem: string }

/** An address by which two mentions of one source are known to be one: without the part that only scrolls to a place. */
export const canonicalOf = (url: string): string => {
  const address = new URL(url)
  address.hash = ''
  return address.href
}

/** What is recorded for the first time. */
export interface NewNodes {
  topics: { id: string; name: string }[]
  speakers: (SpeakerRecord & { id: string })[]
  sources: (SourceRecord & { id: string })[]
}

interface Wanted {
  people: NamedDraft[]
  sources: SourceDraft[]
  topics: string[]
}

export class Names {
  readonly newSpeakers = new Map<string, SpeakerRecord & { id: string }>()
  readonly newSources = new Map<string, SourceRecord & { id: string }>()
  readonly newTopics = new Map<string, { id: string; name: string }>()
  /** Ids of the collection that were met with a speaker, to be remembered. */
  readonly newIds = new Map<string, string>()
  private readonly byId = new Map<string, string>()
  private readonly byName = new Map<string, string[]>()
  private readonly byUrl = new Map<string, string>()
  private readonly byTitle = new Map<string, string>()
  private readonly byTopic = new Map<string, string>()

  constructor(
    private readonly tx: Tx,
    private readonly origin: string,
    private readonly sameName: 'problem' | 'create',
  ) {}

  /** Looks for everything that a batch may name, in a few statements. */
  async look({ people, sources, topics }: Wanted): Promise<void> {
    const publishers = sources.flatMap(({ publisher }) => publisher ?? [])
    await this.lookForIds(people.flatMap((draft) => this.idOf(draft) ?? []))
    await this.lookForOwn(people)
    await this.lookForNames([...people.map(({ name }) => name), ...publishers].map(sortForm))
    await this.lookForSources(sources)
    const found = await gather(topics.map(sortForm), (some) =>
      this.tx.topic.findMany({
        where: { shelf: SHELVES, sortName: { in: some } },
        select: { id: true, sortName: true },
      }),
    )
    for (const { id, sortName } of found) this.byTopic.set(sortName, id)
  }

  private async lookForIds(ids: string[]): Promise<void> {
    const keys = await gather(ids, (some) =>
      this.tx.importKey.findMany({
        where: { origin: this.origin, kind: 'speaker', key: { in: some } },
        include: { record: { select: { subjectId: true } } },
      }),
    )
    const merged = await gather(
      keys.flatMap(({ record }) => record.subjectId ?? []),
      (some) =>
        this.tx.speaker.findMany({
          where: { id: { in: some } },
          select: { id: true, mergedIntoId: true, shelf: true },
        }),
    )
    const now = new Map(
      merged
        .filter(({ shelf, mergedIntoId }) => mergedIntoId || shelf !== 'closed')
        .map(({ id, mergedIntoId }) => [id, mergedIntoId ?? id]),
    )
    for (const { key, record } of keys) {
      const id = now.get(record.subjectId ?? '')
      if (id) this.byId.set(key, id)
    }
  }

  /** Speakers of this ledger that come back in a file of our own data. */
  private async lookForOwn(people: readonly (NamedDraft & { own?: Own })[]): Promise<void> {
    const drafts = people.filter(({ own }) => own)
    const rows = await gather(
      drafts.flatMap(({ own }) => own?.id ?? []),
      (some) =>
        this.tx.speaker.findMany({ where: { id: { in: some } }, select: { id: true, mergedIntoId: true } }),
    )
    const here = new Map(rows.map(({ id, mergedIntoId }) => [id, mergedIntoId ?? id]))
    for (const draft of drafts) {
      const id = here.get(draft.own?.id ?? '')
      const key = this.idOf(draft)
      if (id && key !== null && !this.byId.has(key)) this.byId.set(key, id)
    }
  }

  private async lookForNames(names: string[]): Promise<void> {
    const rows = await gather(names, (some) =>
      this.tx.speaker.findMany({
        where: { sortName: { in: some }, shelf: SHELVES, mergedIntoId: null, kind: { not: 'anonymous' } },
        select: { id: true, sortName: true },
        orderBy: { id: 'asc' },
      }),
    )
    for (const { id, sortName } of rows) this.byName.set(sortName, [...(this.byName.get(sortName) ?? []), id])
  }

  private async lookForSources(sources: SourceDraft[]): Promise<void> {
    const urls = sources.flatMap(({ url }) => url ?? [])
    const select = { id: true, url: true, canonicalUrl: true } as const
    const some = (field: 'url' | 'canonicalUrl') => (values: string[]) =>
      this.tx.source.findMany({
        where: { shelf: SHELVES, [field]: { in: values } },
        select,
        orderBy: { id: 'desc' },
      })
    const rows = [
      ...(await gather(urls, some('url'))),
      ...(await gather(urls.map(canonicalOf), some('canonicalUrl'))),
    ]
    for (const { id, url, canonicalUrl } of rows)
      for (const address of [url, canonicalUrl]) if (address) this.byUrl.set(canonicalOf(address), id)
    const titles = sources.flatMap(({ url, title }) => (url ? [] : [sortForm(title)]))
    const titled = await gather(titles, (values) =>
      this.tx.source.findMany({
        where: { shelf: SHELVES, sortTitle: { in: values }, url: null },
        select: { id: true, sortTitle: true },
        orderBy: { id: 'desc' },
      }),
    )
    for (const { id, sortTitle } of titled) this.byTitle.set(sortTitle, id)
  }

  /** The speaker that a record names, or the sentence that says why it cannot be told. */
  speaker(draft: NamedDraft & { own?: Own }): Found {
    const ownId = this.idOf(draft)
    const known = ownId === null ? undefined : this.byId.get(ownId)
    if (known) return { id: known }
    if (draft.kind === 'anonymous')
      return {
        problem: `“${draft.name}” is unnamed, and not known in this collection. Import the list of speakers first: it says who vouches for them.`,
      }
    const form = sortForm(draft.name)
    const [first, second] = this.byName.get(form) ?? []
    if (second && this.sameName === 'problem')
      return {
        problem: `“${draft.name}” is the name of several speakers here. Say in the file which is meant, or merge them.`,
      }
    if (first && !second) return this.met(draft, first)
    const parsed = speakerInput.safeParse({
      id: draft.own?.id ?? newId(),
      kind: draft.kind,
      name: draft.name,
      description: draft.description,
      sameAs: draft.url ? [draft.url] : [],
    })
    if (!parsed.success)
      return { problem: parsed.error.issues[0]?.message ?? 'This name cannot be recorded.' }
    const record = parsed.data as SpeakerRecord & { id: string }
    this.newSpeakers.set(record.id, record)
    this.byName.set(form, [record.id])
    return this.met(draft, record.id)
  }

  /** The id by which the collection's later rows mean the same speaker; the name, where it was said to be a new one. */
  private idOf(draft: NamedDraft): string | null {
    return draft.id ?? (this.sameName === 'create' ? `name ${sortForm(draft.name)}` : null)
  }

  /** Remembers by which id the collection means a speaker. */
  met(draft: NamedDraft, id: string): Found {
    const ownId = this.idOf(draft)
    if (ownId !== null) {
      this.byId.set(ownId, id)
      this.newIds.set(ownId, id)
    }
    return { id }
  }

  source(draft: SourceDraft): Found {
    const known = draft.url ? this.byUrl.get(canonicalOf(draft.url)) : this.byTitle.get(sortForm(draft.title))
    if (known) return { id: known }
    const publisher = draft.publisher
      ? this.speaker({ name: draft.publisher, id: null, kind: 'organization', url: null, description: null })
      : null
    if (publisher && 'problem' in publisher) return publisher
    const parsed = sourceInput.safeParse({
      id: newId(),
      kind: draft.kind,
      title: draft.title.slice(0, 500),
      url: draft.url,
      canonicalUrl: draft.url ? canonicalOf(draft.url) : null,
      publisher: publisher?.id ?? null,
      publishedAt: draft.publishedAt,
    })
    if (!parsed.success)
      return { problem: parsed.error.issues[0]?.message ?? 'This source cannot be recorded.' }
    const record = parsed.data as SourceRecord & { id: string }
    this.newSources.set(record.id, record)
    if (draft.url) this.byUrl.set(canonicalOf(draft.url), record.id)
    else this.byTitle.set(sortForm(draft.title), record.id)
    return { id: record.id }
  }

  /** Takes what is new of these ids, and of what it refers to; it is recorded by whoever takes it. */
  take(ids: ReadonlySet<string>): NewNodes {
    const sources = [...this.newSources.values()].filter(({ id }) => ids.has(id))
    const publishers = new Set(sources.flatMap(({ publisher }) => publisher ?? []))
    const speakers = [...this.newSpeakers.values()].filter(({ id }) => ids.has(id) || publishers.has(id))
    const topics = [...this.newTopics.values()].filter(({ id }) => ids.has(id))
    for (const { id } of sources) this.newSources.delete(id)
    for (const { id } of speakers) this.newSpeakers.delete(id)
    for (const { id } of topics) this.newTopics.delete(id)
    return { topics, speakers, sources }
  }

  topic(name: string): string {
    const short = name.replace(/\s+/g, ' ').trim().slice(0, 120)
    const form = sortForm(short)
    const known = this.byTopic.get(form)
    if (known) return known
    const id = newId()
    this.newTopics.set(id, { id, name: short })
    this.byTopic.set(form, id)
    return id
  }
}
