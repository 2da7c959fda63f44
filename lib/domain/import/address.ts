/** Addresses in tables: written whole, without their scheme, or as the number of a recording on a known site. */

/** @returns an http(s) address, or null for what is none */
export const readAddress = (text: string): string | null => {
  const trimmed = text.trim().replace(/^<|>$/g, '')
  const whole = /^www\.|^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/\S*$/i.test(trimmed)
    ? `https://${trimmed}`
    : trimmed
  if (whole.length > 2048 || /\s/.test(whole)) return null
  try {
    const url = new URL(whole)
    return /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? whole : null
  } catch {
    return null
  }
}

/** Longer than any address with the markup around it. */
const LINK = 4096

/** Where the first link in a piece of markup leads; null where there is none. */
export const linkIn = (markup: string): string | null =>
  /<a\s[^<>]*?\bhref\s*=\s*["']?([^"'\s<>]+)/i.exec(markup.slice(0, LINK))?.[1]?.replaceAll('&amp;', '&') ??
  null

/** All addresses in a cell that may join several by commas or spaces. */
export const addressesIn = (text: string): string[] => {
  const one = readAddress(text)
  if (one && !/,\s*https?:\/\//.test(one)) return [one]
  return text
    .split(/[\s,;|]+(?=https?:\/\/|www\.)/)
    .flatMap((part) => readAddress(part.replace(/[,;|]$/, '')) ?? [])
}

/** Sites that give their recordings and posts a number, with the address under which one stands. */
const SITES: Record<string, (id: string, of: Record<string, unknown>) => string> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  twitter: (id, { user }) => `https://twitter.com/${typeof user === 'string' ? user : 'i'}/status/${id}`,
  'archive-org': (id) => `https://archive.org/details/${id}`,
  'c-span': (id) => `https://www.c-span.org/video/?${id}`,
  soundcloud: (id) => `https://soundcloud.com/${id}`,
}

/** The address of a thing that is described by the name of a site and a number there. */
export const siteAddress = (site: string, id: string, of: Record<string, unknown>): string | null => {
  const make = SITES[site.toLowerCase().trim()]
  return make ? readAddress(make(encodeURIComponent(id).replaceAll('%2F', '/'), of)) : null
}
