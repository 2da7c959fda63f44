/** Sitemaps as XML (sitemaps.org). Addresses are escaped already: they hold no letter that XML would misread. */
const OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

export const SITEMAP_TYPE = 'application/xml; charset=utf-8'

/** One address in a list of addresses. */
export const urlXml = (address: string, updatedAt: string | null = null): string =>
  `<url><loc>${address}</loc>${updatedAt ? `<lastmod>${updatedAt}</lastmod>` : ''}</url>\n`

/** A list of addresses, in as many pieces as they come in; in one where there are none. */
export async function* urlsXml(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting: string | null = null
  let opening = `${OPEN}<urlset ${SPACE}>\n`
  for await (const piece of pieces) {
    if (waiting !== null) yield waiting
    waiting = opening + piece
    opening = ''
  }
  yield `${waiting ?? opening}</urlset>\n`
}

/** The list of all parts. */
export const indexXml = (addresses: readonly string[]): string =>
  `${OPEN}<sitemapindex ${SPACE}>\n${addresses.map((at) => `<sitemap><loc>${at}</loc></sitemap>\n`).join('')}</sitemapindex>\n`
