/** Pages of figures as data, `/matrix.json`, and those that are a table as one, `/matrix.csv`. */
import { DATA_VERSION, FIGURE_COLUMNS } from '@/lib/domain/data'
import { tagged } from '@/lib/web/etag'
import { csvRows } from './csv'
import { FIGURES, type Figures, type Reads } from './figures'
import { FORMATS, fileName } from './sheets'
import type { Item } from './views'

/** Pages that are no page of their own for readers stand on another. */
const PAGES: Record<string, string> = { changes: '/' }

const isTable = (name: string): name is keyof typeof FIGURE_COLUMNS => Object.hasOwn(FIGURE_COLUMNS, name)

/** Whether there is such a page of figures in such a form. */
export const hasFigures = (name: string, format: string): boolean =>
  Object.hasOwn(FIGURES, name) && (format === 'json' || (format === 'csv' && isTable(name)))

/** The addresses of a page of figures, in a form. */
const linksOf = (name: string, form: string, { page, first, next }: Figures, site: string) => {
  const at = (path: string) => site + path.replace(`/${name}`, `/${name}.${form}`)
  return {
    self: at(page),
    page: site + (PAGES[name] ?? page),
    ...(first === undefined ? {} : { first: at(first) }),
    ...(next === undefined ? {} : { next: next === null ? null : at(next) }),
  }
}

/** Answers with a page of figures. @param format one that it has */
export const figuresAnswer = async (
  request: Request,
  { name, format }: { name: string; format: string },
  params: URLSearchParams,
  site: string,
): Promise<Response> => {
  const table = format === 'csv' && isTable(name) ? FIGURE_COLUMNS[name] : null
  const bom = table !== null && params.get('bom') === '1'
  if (bom) params.delete('bom')
  const figures = await (FIGURES[name] as Reads)(params, site)
  if (figures instanceof Response) return figures
  const { kind, page, total, dropped, data, rows = [] } = figures
  const links = linksOf(name, format, figures, site)
  const link = [
    ...(links.next ? [`<${links.next}>; rel="next"`] : []),
    `<${links.page}>; rel="alternate"; type="text/html"`,
  ].join(', ')
  if (table) {
    const file = fileName('csv', { folder: name, first: page.split('?')[1] ?? '' })
    return tagged(request, csvRows(table, rows as Item[], { header: true, bom }), {
      'Content-Type': FORMATS.csv,
      'Content-Disposition': `attachment; filename="${file}"`,
      Link: link,
    })
  }
  const body = { version: DATA_VERSION, kind, links, ...(total ? { total } : {}), dropped, data }
  return tagged(request, JSON.stringify(body), { 'Content-Type': FORMATS.json, Link: link })
}
