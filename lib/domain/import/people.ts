/** Names of speakers as other people's tables write them. */
import type { NamedDraft } from './draft'

/** What stands in a column of speakers for nobody in particular: then a claim is a rumour. */
const NOBODY =
  /^(?:(?:multiple|various|several|many|different|unknown|anonymous|unnamed|mixed|viral|online|unidentified)(?: \w+){0,3}|facebook(?: posts?| users?| pages?)?|(?:social[ -]media|internet|twitter|instagram|whatsapp|tiktok|youtube|blog|chain|viral)[ -](?:posts?|users?|pages?|messages?|e?-?mails?|images?|videos?|postings?|posting)|bloggers?|tweets|viral|rumou?rs?|hearsay|unknown|anonymous|n\.?n\.?|(?:fuentes|sources?) (?:varias|m[uú]ltiples|multiples|diverses)|fuentes?|plusieurs sites internet|sources multiples|verschiedene quellen|unbekannt|inconnu|desconocido|social media)$/i

export const isNobody = (name: string): boolean =>
  NOBODY.test(name.replaceAll('-', ' ').trim()) || NOBODY.test(name.trim())

const SLUG = /^[a-z0-9]+(?:[-_][a-z0-9.]+)+$/

/** Whether names of a column are written as addresses are. */
export const areSlugs = (names: readonly string[]): boolean =>
  names.length > 0 && names.filter((name) => SLUG.test(name)).length > names.length * 0.8

/** dwayne-bohac → Dwayne Bohac */
export const unslugged = (name: string): string =>
  name
    .split(/[-_]/)
    .filter(Boolean)
    .map((word) => word[0]?.toUpperCase() + word.slice(1))
    .join(' ')

/** Words that are in names of organizations and not of people. */
const ORGANIZATION =
  /\b(?:inc|llc|ltd|gmbh|plc|committee|party|pac|association|ministr(?:y|ies)|department|university|institute|council|agency|organi[sz]ation|foundation|union|company|corporation|corp|group|news|times|post|journal|network|media|society|center|centre|campaign|federation|coalition|alliance|government|police|senate|congress|commission|bureau|office|church|club|league|website|democrats|republicans|fund)\b|\.(?:com|org|net|info|dk|de|fr)$/i

export const looksLikeOrganization = (name: string): boolean => ORGANIZATION.test(name)

/** @param kind as the file says, if it does */
export const named = (name: string, more: Partial<NamedDraft> = {}): NamedDraft => ({
  name,
  id: null,
  kind: looksLikeOrganization(name) ? 'organization' : 'person',
  url: null,
  description: null,
  ...more,
})
