/** What was selected or shared on a page elsewhere, as the beginning of a claim: by the bookmarklet, or from a phone. */
import { readAddress } from '../import/address'
import { sourceDraft } from '../import/sources'
import { FRAGMENT_WORDS } from '../input/parts'
import { type ClaimForm, chosen, emptyAppearance, emptyClaimForm, refOf } from './form'

export interface Shared {
  text: string
  title: string
  url: string | null
}

/** As much as the fields of a claim take (lib/domain/input/claim.ts). */
const MOST_STATEMENT = 1_000
const MOST_TITLE = 500
const MOST_EXACT = 2_000

/** The marks of a quotation around all of a text. */
const QUOTED = /^["“„«‘'](.*)["”“»’']$/s

/**
 * What an address says was shared; null where it says nothing. Phones put the address of a page at the end of its text.
 * @param given the first value of a parameter
 */
export const sharedIn = (given: (name: 'text' | 'title' | 'url') => string): Shared | null => {
  const text = given('text').trim()
  const [, before = text, last = ''] = /^(.*?)\s*(https?:\/\/\S+)$/s.exec(text) ?? []
  const own = readAddress(given('url'))
  const url = own ?? readAddress(last)
  const shared = { text: own ? text : before.trim(), title: given('title').trim(), url }
  return shared.text || shared.title || shared.url ? shared : null
}

/** A form that begins with it: the words as they stand, to be written as one sentence, and where they stand. */
export const formOfShared = (
  { text, title, url }: Shared,
  known: { id: string; title: string } | null,
): ClaimForm => {
  const form = emptyClaimForm()
  const words = text.replace(/\s+/g, ' ')
  form.statement = words.replace(QUOTED, '$1').slice(0, MOST_STATEMENT)
  const selector = text ? JSON.stringify({ exact: text.slice(0, MOST_EXACT) }) : ''
  if (text && words.split(' ').length <= FRAGMENT_WORDS) {
    form.quote = form.statement
    form.quoteSelector = selector
  }
  const draft = url ? sourceDraft(url) : null
  const name = (title || draft?.title || '').slice(0, MOST_TITLE)
  const source = known
    ? chosen(known.id, known.title)
    : { ...refOf(name), make: draft?.kind ?? '', url: url ?? '' }
  if (known || name) form.appearances = [{ ...emptyAppearance(), source, selector }]
  return form
}
