const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz'
/** Base-36 digits that hold milliseconds until the year 5188. */
const TIME_DIGITS = 9
const RANDOM_DIGITS = 11

let last = { time: 0, random: new Uint8Array(RANDOM_DIGITS) }

const digits = (value: number, length: number) => value.toString(36).padStart(length, '0')

/** Adds one to the random part, so that ids made in the same millisecond keep their order. */
const bump = (random: Uint8Array) => {
  for (let i = random.length - 1; i >= 0; i--) {
    const value = (random[i] ?? 0) + 1
    random[i] = value % 36
    if (value < 36) return
  }
}

/** A new id: 20 small letters and digits, later ids sorting after earlier ones; monotonic within a process. */
export const newId = (): string => {
  const time = Math.max(Date.now(), last.time)
  if (time === last.time) bump(last.random)
  else last = { time, random: crypto.getRandomValues(new Uint8Array(RANDOM_DIGITS)).map((byte) => byte % 36) }
  return digits(time, TIME_DIGITS) + Array.from(last.random, (digit) => ALPHABET[digit]).join('')
}

const MAX_SLUG = 80
/** Words that stand for pages of their own in addresses. */
const RESERVED = new Set(['new', 'edit', 'v', 'add', 'import'])

const hyphenate = (text: string, keep: RegExp) =>
  text.replace(keep, '-').replace(/-+/g, '-').replace(/^-|-$/g, '')

const cut = (slug: string) => {
  if (slug.length <= MAX_SLUG) return slug
  const short = slug.slice(0, MAX_SLUG)
  const hyphen = short.lastIndexOf('-')
  return hyphen > MAX_SLUG / 2 ? short.slice(0, hyphen) : short.replace(/[\uD800-\uDBFF]$/, '')
}

/** An address made of a title: small letters, digits and hyphens; other scripts keep their letters. Never empty. */
export const slugify = (text: string): string => {
  const folded = text
    .slice(0, 1000)
    .normalize('NFKD')
    .replace(/[’'‘]/g, '')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .toLowerCase()
  const latin = hyphenate(folded, /[^a-z0-9]+/g)
  const slug = cut(
    /[a-z]/.test(latin) ? latin : hyphenate(folded.normalize('NFC'), /[^\p{L}\p{N}\p{M}]+/gu) || latin,
  )
  if (!slug) return 'untitled'
  return RESERVED.has(slug) ? `${slug}-1` : slug
}

/** Whether a text is the address of something, in form: what `slugify` can give. */
export const isSlug = (text: string): boolean =>
  text.length > 0 &&
  text.length <= MAX_SLUG &&
  !RESERVED.has(text) &&
  text === text.toLowerCase() &&
  /^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u.test(text)
