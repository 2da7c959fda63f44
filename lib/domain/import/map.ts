/** One record of a file in our words, by the importer's mapping. */
import { SPEECH_ACTS } from '../vocabulary'
import { textOf, unquoted } from './cell'
import { isClaimReview, mapClaimReview } from './claim-review'
import { reviewsOf } from './claim-reviews'
import { sourcesOf } from './claim-sources'
import type { ClaimDraft, Mapped, NamedDraft } from './draft'
import { languageOf } from './languages'
import { isOwn, mapOwn } from './own'
import { isNobody, named, unslugged } from './people'
import type { ImportProfile } from './profile'
import { type Fields, Reading } from './reading'
import { mapSpeaker } from './speaker'

/** Ledgers quote fragments of at most ten words (lib/domain/input/parts.ts). */
const QUOTED_WORDS = 10
const fragmentOf = (quote: string): string =>
  quote.split(/\s+/).slice(0, QUOTED_WORDS).join(' ').slice(0, 300)

const maker = (reading: Reading, profile: ImportProfile): NamedDraft | null => {
  const given = unquoted(reading.text('speaker'))
  if (!given || isNobody(given)) return null
  const kind = reading.text('speakerKind')?.toLowerCase()
  return named(profile.slugs ? unslugged(given) : given, {
    id: reading.text('speakerId') ?? (profile.slugs ? given : null),
    url: reading.address('speakerUrl'),
    description: reading.text('speakerRole'),
    ...(kind === 'organization' || kind === 'person' ? { kind } : {}),
  })
}

const isAct = (text: string): boolean => (SPEECH_ACTS as readonly string[]).includes(text)

/** Ids stay as they are; sentences that serve as ids are compared without case and without the mark at their end. */
const keyOf = (text: string): string =>
  /\s/.test(text.trim())
    ? text
        .toLowerCase()
        .replace(/\s+/g, ' ')
        .replace(/[\s.;,:]+$/, '')
        .trim()
    : text.trim()

/** @returns ids as the collection gives them; where it gives none, what the record says */
const keysOf = (
  reading: Reading,
  statement: string,
  speaker: NamedDraft | null,
  saidOn: string | null,
): string[] => {
  const ids = [...new Set(reading.all('id').map(keyOf))]
  if (ids.length > 0) return ids
  return [[statement, speaker?.name ?? '', saidOn ?? ''].map((part) => keyOf(part).toLowerCase()).join('|')]
}

/** Access terms under which nothing is stored, wherever a table says them (rules.md §1, Evidence). */
const REFUSED = /^(?:off[-_ ]the[-_ ]record|off[-_ ]record|deep[-_ ]background)$/i
const refusedAccess = (record: Fields): boolean =>
  Object.entries(record).some(
    ([name, value]) => /access|terms|attribution/i.test(name) && REFUSED.test(textOf(value) ?? ''),
  )

/** What stands for bytes that are no letters of the encoding in which a file is read. */
const LOST = '\ufffd'
const LOST_SENTENCE = `It holds letters that could not be read (${LOST}): the file is damaged there, or in another encoding.`

const mapClaim = (record: Fields, profile: ImportProfile): Mapped => {
  const reading = new Reading(record, profile)
  if (refusedAccess(record))
    return reading.skip(
      'access',
      'What was told off the record or on deep background is not stored here, so it was left out.',
    )
  const quote = reading.text('quote')
  const wordings = reading.list('wordings')
  const statement = reading.text('statement') ?? (wordings.length > 0 ? '' : quote)
  if (statement === null) {
    // Linked data mixes other things in: the page itself, its publisher.
    const type = textOf([record['@type']].flat()[0])
    if (type) return reading.skip('item', `This is a ${type}, and no ClaimReview.`)
    return reading.skip('statement', 'Nothing says what was claimed.')
  }
  const speaker = maker(reading, profile)
  if (`${statement}${speaker?.name ?? ''}`.includes(LOST)) reading.partly('statement', LOST_SENTENCE)
  const nobody = reading.text('speaker')
  const saidOn = reading.date('saidOn')
  const act = reading.text('act')?.toLowerCase() ?? 'assertion'
  const draft: ClaimDraft = {
    subject: 'claim',
    keys: keysOf(reading, statement || (quote ?? ''), speaker, saidOn),
    statement,
    quote: quote === null ? null : fragmentOf(quote),
    speaker,
    saidOn,
    venue: reading.text('venue') ?? (speaker === null && nobody ? nobody : null),
    place: reading.text('place'),
    note: reading.text('note'),
    language: languageOf(reading.text('language')),
    act: isAct(act) ? act : 'assertion',
    topics: reading.list('topics'),
    sources: sourcesOf(reading),
    wording: null,
    reviews: reviewsOf(reading, profile),
  }
  const drafts =
    wordings.length === 0
      ? [draft]
      : wordings.map((wording) => ({
          ...draft,
          wording,
          keys: wordings.length === 1 ? draft.keys : draft.keys.map((key) => `${key}#${wording}`),
        }))
  return { drafts, problems: reading.problems }
}

const mapWording = (record: Fields, profile: ImportProfile): Mapped => {
  const reading = new Reading(record, profile)
  const statement = reading.text('statement')
  const keys = reading.all('id')
  if (!statement) return reading.skip('statement', 'Nothing says what was claimed.')
  if (keys.length === 0) return reading.skip('id', 'A wording that others refer to needs an id.')
  return {
    drafts: [
      { subject: 'wording', keys, statement, note: reading.text('note'), topics: reading.list('topics') },
    ],
    problems: reading.problems,
  }
}

/** Reads a record; never throws, whatever stands in it. */
export const mapRecord = (record: Fields, profile: ImportProfile): Mapped => {
  if (isOwn(record)) return mapOwn(record)
  if (profile.subject === 'speakers') return mapSpeaker(new Reading(record, profile))
  if (profile.subject === 'wordings') return mapWording(record, profile)
  return isClaimReview(record) ? mapClaimReview(record, profile) : mapClaim(record, profile)
}
