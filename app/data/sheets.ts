/** A view as JSON, JSON Lines or CSV: the page that was asked for, or all of it in pieces. */
import { COLUMNS, DATA_VERSION } from '@/lib/domain/data'
import { csvRows } from './csv'
import { type Sheet, sheetsOf, type View } from './views'

export const FORMATS = {
  json: 'application/json; charset=utf-8',
  jsonl: 'application/jsonl; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
} as const
export type Format = keyof typeof FORMATS

/** What an address may ask for besides the view itself. */
export interface Options {
  whole: boolean
  bom: boolean
}

/**
 * Takes what is no part of the view out of an address. Files hold every match unless the address names one page of
 * it (docs/data.md).
 */
export const optionsOf = (format: Format, params: URLSearchParams): Options => {
  const all = params.get('per') === 'all'
  const page = ['per', 'after', 'before'].some((key) => params.get(key))
  const whole = all || (format !== 'json' && !page)
  if (whole) for (const key of ['per', 'after', 'before']) params.delete(key)
  const bom = format === 'csv' && params.get('bom') === '1'
  if (bom) params.delete('bom')
  return { whole, bom }
}

/** The address of a place of a view: in this format, or as the page for readers. */
export const addressIn = (view: View, site: string, form: string) => (place: string) =>
  `${site}/${view.folder}${form}${place}`

/** The addresses of a page of a view. */
const linksOf = (view: View, sheet: Sheet, site: string, form: string, whole: boolean) => {
  const at = addressIn(view, site, form)
  const orNull = (place: string | null) => (place === null ? null : at(place))
  const all = view.self ? `${view.self}&per=all` : '?per=all'
  return {
    self: at(whole ? all : view.self),
    page: addressIn(view, site, '')(view.self),
    first: at(view.first),
    next: whole ? null : orNull(sheet.next),
    ...(sheet.prev === undefined ? {} : { prev: whole ? null : orNull(sheet.prev) }),
    ...(view.last === undefined ? {} : { last: at(view.last) }),
  }
}

/** The neighbours of a page as a Link header (RFC 8288), which every form of it has. */
export const linkHeader = (view: View, sheet: Sheet, site: string, form: string): string => {
  const { page, next, prev, first, last } = linksOf(view, sheet, site, form, false)
  const link = (rel: string, address: string | null | undefined) =>
    address ? [`<${address}>; rel="${rel}"`] : []
  return [
    ...link('next', next),
    ...link('prev', prev),
    ...link('first', first),
    ...link('last', last),
    `<${page}>; rel="alternate"; type="text/html"`,
  ].join(', ')
}

const head = (view: View, sheet: Sheet, site: string, whole: boolean) => ({
  version: DATA_VERSION,
  kind: view.folder,
  links: linksOf(view, sheet, site, '.json', whole),
  total: sheet.total,
  dropped: sheet.dropped,
})

const lines = (sheet: Sheet): string => sheet.items.map((item) => `${JSON.stringify(item)}\n`).join('')

/** One page of a view. */
export const pageText = (format: Format, view: View, sheet: Sheet, site: string, bom: boolean): string => {
  if (format === 'csv') return csvRows(COLUMNS[view.folder], sheet.items, { header: true, bom })
  if (format === 'jsonl') return lines(sheet)
  return JSON.stringify({ ...head(view, sheet, site, false), data: sheet.items })
}

async function* jsonPieces(view: View, site: string): AsyncGenerator<string> {
  let before = ''
  for await (const sheet of sheetsOf(view, site)) {
    const opening =
      before === '' ? `${JSON.stringify(head(view, sheet, site, true)).slice(0, -1)},"data":[\n` : ''
    const rows = sheet.items.map((item) => JSON.stringify(item)).join(',\n')
    yield opening + before + rows + (sheet.next === null ? '\n]}\n' : '')
    before = ',\n'
  }
}

/** All of a view, in pieces of bounded size. */
export async function* wholeText(
  format: Format,
  view: View,
  site: string,
  bom: boolean,
): AsyncGenerator<string> {
  if (format === 'json') return yield* jsonPieces(view, site)
  let first = true
  for await (const sheet of sheetsOf(view, site)) {
    yield format === 'jsonl'
      ? lines(sheet)
      : csvRows(COLUMNS[view.folder], sheet.items, { header: first, bom: bom && first })
    first = false
  }
}

/** Longer names are cut by some systems. */
const MOST_NAME = 100

/** A name for the file of a view: what it narrows to, and the day. @param view `first` is its address */
export const fileName = (format: Format, view: { folder: string; first: string }): string => {
  const day = new Date().toISOString().slice(0, 10)
  const values = [...new URLSearchParams(view.first)]
    .filter(([key]) => !['columns', 'per'].includes(key))
    .map(([key, value]) => (key === 'sort' ? `by-${value}` : value))
  const plain = [view.folder, ...values]
    .join('-')
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, MOST_NAME)
    .replace(/^-+|-+$/g, '')
  return `${plain}-${day}.${format}`
}
