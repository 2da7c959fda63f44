/** The claims of a small ledger read plainly, to hold what the lists and their counts say against. */
import fc from 'fast-check'
import type { Database } from '../../lib/db/client'
import { dayBounds } from '../../lib/domain/derived'
import { UNKNOWN_DAY } from '../../lib/domain/edtf'
import { CLAIM_KEYS, CLAIM_SORTS, type ClaimQuery, emptyQuery } from '../../lib/domain/query'
import { UNSUPPORTED_STATUSES } from '../../lib/domain/sourcing/types'

/** All that is known of the claims, read without any of the lists' statements. */
export const readAll = async (db: Database) => {
  const claims = await db.reader.claim.findMany({ where: { shelf: 'public' }, include: { facets: true } })
  const slugs = async (kind: 'speaker' | 'source' | 'topic') => {
    const select = { id: true, slug: true, shelf: true } as const
    const rows =
      kind === 'speaker'
        ? await db.reader.speaker.findMany({ select })
        : kind === 'source'
          ? await db.reader.source.findMany({ select })
          : await db.reader.topic.findMany({ select })
    const ids = new Map(rows.filter(({ shelf }) => shelf === 'public').map(({ id, slug }) => [slug, id]))
    for (const former of await db.reader.formerSlug.findMany({ where: { kind } }))
      ids.set(former.slug, former.targetId)
    return ids
  }
  return {
    claims,
    speaker: await slugs('speaker'),
    source: await slugs('source'),
    topic: await slugs('topic'),
  }
}

export type All = Awaited<ReturnType<typeof readAll>>
export type Claim = All['claims'][number]

/** Whether a claim matches, said once more in plain words. */
export const matches = (all: All, query: ClaimQuery, claim: Claim): boolean => {
  const anyOf = (wanted: readonly string[], has: (value: string) => boolean) =>
    wanted.length === 0 || wanted.some(has)
  const known = (kind: 'speaker' | 'source' | 'topic') =>
    query[kind].flatMap((slug) => all[kind].get(slug) ?? [])
  const facet = (kind: string) => (value: string) =>
    claim.facets.some((f) => f.kind === kind && f.value === value)
  const unsupported: readonly string[] = UNSUPPORTED_STATUSES
  const said = dayBounds(claim.saidOn)
  const dated = said.from !== UNKNOWN_DAY
  return (
    anyOf(known('speaker'), (id) => claim.speakerId === id) &&
    anyOf(known('source'), facet('source')) &&
    anyOf(known('topic'), facet('topic')) &&
    anyOf(query.flag, (flag) => (JSON.parse(claim.flags) as string[]).includes(flag)) &&
    anyOf(query.status, (status) =>
      status === 'unsupported' ? unsupported.includes(claim.shownStatus) : claim.shownStatus === status,
    ) &&
    anyOf(query.family, (family) => claim.family === family) &&
    anyOf(query.act, (act) => claim.speechAct === act) &&
    anyOf(query.basis, (basis) => claim.basis === basis) &&
    (!query.from || (dated && said.to >= dayBounds(query.from).from)) &&
    (!query.to || (dated && said.from <= dayBounds(query.to).to))
  )
}

/** Some of the addresses of a kind, with ones that lead nowhere and ones that only look like addresses. */
const someOf = (ids: Map<string, string>) =>
  fc.uniqueArray(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...[...ids.keys()].slice(0, 60)) },
      { weight: 1, arbitrary: fc.constantFrom('nothing-here', 'case-1', "'-or-1-1", '東京都') },
    ),
    { maxLength: 3 },
  )

const valuesOf = (key: 'status' | 'family' | 'flag' | 'act' | 'basis') => {
  const rule = CLAIM_KEYS[key]
  return fc.subarray(rule.kind === 'values' ? [...rule.values] : [], { maxLength: 5 })
}

/** Each key is left open more often than not, since all of them at once match nothing. */
const sometimes = <T>(values: fc.Arbitrary<T[]>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, { weight: 1, arbitrary: values })

const day = fc.option(fc.constantFrom('2016', '2019-07', '2021-02-28', '2024', '2025-03', '2025-04-18'), {
  nil: undefined,
  freq: 1,
})

export const queryOver = (all: All): fc.Arbitrary<ClaimQuery> =>
  fc
    .record({
      speaker: sometimes(someOf(all.speaker)),
      source: sometimes(someOf(all.source)),
      topic: sometimes(someOf(all.topic)),
      status: sometimes(valuesOf('status')),
      family: sometimes(valuesOf('family')),
      flag: sometimes(valuesOf('flag')),
      act: sometimes(valuesOf('act')),
      basis: sometimes(valuesOf('basis')),
      from: day,
      to: day,
      by: fc.constantFrom(...CLAIM_SORTS),
      descending: fc.boolean(),
    })
    .map(
      ({ by, descending, ...filters }) =>
        ({ ...emptyQuery(), ...filters, sort: { by, descending }, per: 100 }) as ClaimQuery,
    )
