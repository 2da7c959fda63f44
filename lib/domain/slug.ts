/** Longer addresses are cut by mail programs, and nobody reads their end. */
const MAX_SLUG = 80
/** A title longer than this is folded no further than its beginning. */
const MAX_READ = 1_000
/** Words that stand for pages of their own in addresses. */
const RESERVED = new Set(['new', 'edit', 'v', 'add', 'import'])

/** Latin letters that Unicode does not take apart into a base and a mark. */
const FOLDED: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'ng',
}
const FOLDABLE = new RegExp(`[${Object.keys(FOLDED).join('')}]`, 'g')

const hyphenate = (text: string, others: RegExp) =>
  text.replace(others, '-').replace(/-+/g, '-').replace(/^-|-$/g, '')

/** At most MAX_SLUG long, cut at a hyphen if the second half has one, never inside a letter. */
const cut = (slug: string) => {
  if (slug.length <= MAX_SLUG) return slug
  if (slug[MAX_SLUG] === '-') return slug.slice(0, MAX_SLUG)
  const short = slug.slice(0, MAX_SLUG)
  const hyphen = short.lastIndexOf('-')
  return hyphen > MAX_SLUG / 2 ? short.slice(0, hyphen) : short.replace(/[\uD800-\uDBFF]$/, '')
}

/**
 * An address made of a title: small letters, digits and hyphens, marks folded away ("São Tomé" → sao-tome). A title
 * without any Latin letter keeps its own script.
 * @returns 1 to 80 characters that `isSlug` takes; "untitled" where nothing is left; never a reserved word
 */
export const slugify = (text: string): string => {
  const folded = foldedLetters(text.slice(0, MAX_READ))
  const latin = hyphenate(folded, /[^a-z0-9]+/g)
  const slug = cut(/[a-z]/.test(latin) ? latin : hyphenate(folded.normalize('NFC'), /[^\p{L}\p{N}\p{M}]+/gu))
  if (!isForm(slug)) return 'untitled'
  return RESERVED.has(slug) ? `${slug}-1` : slug
}

/** Whether every letter is plain ASCII, which spares the search for marks; a large load makes many addresses. */
const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text)

const foldedLetters = (text: string): string =>
  isPlain(text)
    ? text.replaceAll("'", '').toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/[’'‘ʼ]/g, '')
        .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
        .toLowerCase()
        .replace(FOLDABLE, (letter) => FOLDED[letter] ?? letter)

/** No letter of it is changed by folding its case or composing it, so that one title has one address. */
const isForm = (text: string): boolean =>
  text.length > 0 && text.length <= MAX_SLUG && (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) || isOtherForm(text))

const isOtherForm = (text: string): boolean =>
  text === text.toLowerCase() &&
  text === text.normalize('NFC') &&
  /^[\p{L}\p{N}\p{M}]+(-[\p{L}\p{N}\p{M}]+)*$/u.test(text)

/** Whether a text is the address of something, in form: what `slugify` can give. */
export const isSlug = (text: string): boolean => isForm(text) && !RESERVED.has(text)
