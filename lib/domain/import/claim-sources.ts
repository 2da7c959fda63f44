/** The sources in which a claim appears, from the columns and lists of a record. */
import { addressesIn } from './address'
import { listOf, textOf } from './cell'
import type { SourceDraft } from './draft'
import type { Reading } from './reading'
import { sourceDraft } from './sources'

/** What begins as an address that is none of the web, such as a script or a path of somebody's disk. */
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]*:\S+$/i

export const sourcesOf = (reading: Reading): SourceDraft[] => {
  const found: SourceDraft[] = []
  const add = (source: SourceDraft | null) => {
    if (
      source &&
      !found.some(({ url, title }) => url === source.url && (url !== null || title === source.title))
    )
      found.push(source)
  }
  const url = reading.link('sourceUrl')
  const title = reading.text('sourceTitle')
  const more = {
    publisher: reading.text('sourcePublisher'),
    publishedAt: reading.date('sourceDate'),
    ...(title ? { title } : {}),
  }
  if (url) {
    const urls = addressesIn(url)
    for (const each of urls) add(sourceDraft(each, more))
    if (urls.length === 0 && OTHER_SCHEME.test(url) && !/^https?:/i.test(url))
      reading.partly('sourceUrl', `“${url.slice(0, 60)}” is no address of the web, so it was left out.`)
    else if (urls.length === 0) add(title ? sourceDraft({ title }, more) : sourceDraft({ title: url }, more))
  } else if (title) add(sourceDraft({ title }, more))
  const listed = reading.raw('sources')
  const things = Array.isArray(listed)
    ? listed
    : typeof listed === 'string'
      ? listOf(listed).flatMap(addressesIn)
      : listed
        ? [listed]
        : []
  for (const thing of things) {
    const source = sourceDraft(thing)
    if (source) add(source)
    else
      reading.partly(
        'sources',
        `“${textOf(thing)?.slice(0, 60) ?? 'An entry'}” does not say which source is meant.`,
      )
  }
  return found
}
