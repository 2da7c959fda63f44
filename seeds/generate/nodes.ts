import { type LinkRecord, linkInput } from '../../lib/domain/input/claim'
import { type SourceRecord, sourceInput } from '../../lib/domain/input/source'
import { type SpeakerRecord, speakerInput } from '../../lib/domain/input/speaker'
import type { Random } from './random'
import { FAMILY, GIVEN, OFFICES, PAPERS, PLACES, SUBJECTS, THINGS, TITLES, VERBS } from './words'

export interface Nodes {
  outlets: (SpeakerRecord & { id: string })[]
  offices: (SpeakerRecord & { id: string })[]
  people: (SpeakerRecord & { id: string })[]
  unnamed: (SpeakerRecord & { id: string })[]
  sources: (SourceRecord & { id: string })[]
  links: LinkRecord[]
}

const speaker = (id: string, input: object) => ({ ...speakerInput.parse({ ...input, id }), id })

/** As many speakers and sources as a ledger of this many claims has: about one speaker to 20 claims, one source to 6. */
const SHARE = { outlets: 400, offices: 250, people: 35, unnamed: 120, sources: 6 }
const share = (claims: number, per: number, least: number) => Math.max(least, Math.round(claims / per))

const makeSpeakers = (random: Random, claims: number) => {
  const outlets = Array.from({ length: share(claims, SHARE.outlets, 12) }, (_, i) =>
    speaker(`gen-outlet-${i}`, {
      kind: 'organization',
      outlet: true,
      name: `The ${random.pick(PLACES)} ${random.pick(PAPERS)}${i >= 60 ? ` ${i}` : ''}`,
    }),
  )
  const offices = Array.from({ length: share(claims, SHARE.offices, 12) }, (_, i) =>
    speaker(`gen-office-${i}`, {
      kind: 'organization',
      name: `${random.pick(PLACES)} ${random.pick(OFFICES)} ${random.pick(SUBJECTS)}${i >= 60 ? ` ${i}` : ''}`,
    }),
  )
  const people = Array.from({ length: share(claims, SHARE.people, 40) }, (_, i) =>
    speaker(`gen-person-${i}`, {
      kind: 'person',
      name: `${random.pick(GIVEN)} ${random.pick(FAMILY)}${i >= 400 ? ` ${i}` : ''}`,
      roles: random.chance(0.7)
        ? [
            {
              org: random.pick(offices).id,
              title: random.pick(TITLES),
              kind: 'official',
              from: String(2008 + random.below(12)),
            },
          ]
        : [],
    }),
  )
  const unnamed = Array.from({ length: share(claims, SHARE.unnamed, 8) }, (_, i) => {
    const count = 1 + random.below(6)
    return speaker(`gen-unnamed-${i}`, {
      kind: 'anonymous',
      name: `${count === 1 ? 'a person' : `${count} people`} familiar with the ${random.pick(SUBJECTS).toLowerCase()} inquiry`,
      vouchedBy: outlets[random.zipf(outlets.length)]?.id,
      headCount: { wording: count === 1 ? 'a person' : `${count} people`, min: count, max: count },
    })
  })
  return { outlets, offices, people, unnamed }
}

const RECORDS = ['official_record', 'court_record', 'dataset'] as const
const REPORTS = [
  'news_report',
  'news_report',
  'news_report',
  'press_release',
  'interview',
  'social_post',
  'study',
  'web_page',
] as const

const day = (random: Random) =>
  `20${15 + random.below(11)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`

const makeSource = (random: Random, i: number, who: ReturnType<typeof makeSpeakers>) => {
  const record = random.chance(0.08)
  const subject = `${random.pick(THINGS)} ${random.pick(VERBS)} in ${random.pick(PLACES)}`
  return {
    ...sourceInput.parse({
      kind: record ? random.pick(RECORDS) : random.pick(REPORTS),
      title: record ? `Register of ${subject}, no. ${i}` : `Report on ${subject} (${i})`,
      publisher: who.outlets[random.zipf(who.outlets.length)]?.id,
      publishedAt: day(random),
      status: random.chance(0.01) ? 'retracted' : 'current',
      statusNote: null,
      ...(record
        ? {
            issuer: random.pick(who.offices).id,
            authenticity: random.chance(0.8) ? 'authenticated' : 'unverified',
          }
        : {}),
    }),
    id: `gen-source-${i}`,
  }
}

/** Where a report got it: another report (half of them), its own reporter, a person, or nobody that it says. */
const makeLink = (
  random: Random,
  i: number,
  sources: Nodes['sources'],
  who: ReturnType<typeof makeSpeakers>,
): LinkRecord | null => {
  const source = sources[i] as Nodes['sources'][number]
  if (source.issuer) return null
  const u = random.next()
  if (u < 0.45 && i > 0) {
    const earlier = sources[i - 1 - random.zipf(i)] as Nodes['sources'][number]
    return linkInput.parse({
      from: source.id,
      to: earlier.id,
      mode: random.pick(['cites', 'republishes', 'summarises', 'translates']),
    })
  }
  if (u < 0.6 && source.publisher)
    return linkInput.parse({
      from: source.id,
      to: source.publisher,
      mode: 'own_reporting',
      basis: 'first_hand',
    })
  if (u < 0.85) {
    const person = who.people[random.zipf(who.people.length)] as Nodes['people'][number]
    return linkInput.parse({
      from: source.id,
      to: person.id,
      mode: random.pick(['attributes', 'quotes']),
      basis: random.pick(['first_hand', 'official_role', 'not_stated', 'expert', 'second_hand']),
      capacity: person.roles.length > 0 ? 'official' : 'personal',
    })
  }
  if (u < 0.93)
    return linkInput.parse({
      from: source.id,
      to: random.pick(who.unnamed).id,
      mode: 'attributes',
      basis: 'first_hand',
    })
  return null
}

/** The speakers, sources and whole-source links of a ledger of `claims` claims. */
export const makeNodes = (random: Random, claims: number): Nodes => {
  const who = makeSpeakers(random, claims)
  const sources = Array.from({ length: share(claims, SHARE.sources, 30) }, (_, i) =>
    makeSource(random, i, who),
  )
  const links = sources.flatMap((_, i) => makeLink(random, i, sources, who) ?? [])
  // Every 400th pair of neighbours cite each other: a ring.
  for (let i = 0; i + 1 < sources.length; i += 400) {
    const [a, b] = [sources[i]?.id ?? '', sources[i + 1]?.id ?? '']
    links.push(
      linkInput.parse({ from: a, to: b, mode: 'cites' }),
      linkInput.parse({ from: b, to: a, mode: 'cites' }),
    )
  }
  return { ...who, sources, links }
}
