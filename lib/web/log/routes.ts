/** The route that a path belongs to, such as /claims/[slug]: paths hold names of drafts and secrets, routes do not. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

interface Manifest {
  staticRoutes: { page: string; regex: string }[]
  dynamicRoutes: { page: string; regex: string }[]
}

/** What no page of the build is: an address that is not there, or was made up. */
export const NO_ROUTE = '(none)'

/** Forms of data, which stand at the end of the address of what they are of. */
const FORM = /\.(feed\.json|json|jsonl|csv|atom)$/

const plainPath = (path: string): string => {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}

/** @param manifest of the build: its routes, in the order in which they are tried */
export const routesOf = ({ staticRoutes, dynamicRoutes }: Manifest): ((path: string) => string) => {
  const routes = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    page,
    is: new RegExp(regex),
  }))
  const find = (path: string) => routes.find(({ is }) => is.test(path))?.page
  return (path) => {
    if (path.startsWith('/_next/')) return '/_next/…'
    const plain = plainPath(path)
    const form = FORM.exec(plain)?.[0]
    if (!form) return find(plain) ?? NO_ROUTE
    const of = find(plain.slice(0, -form.length))
    return of ? `${of}${form}` : (find(plain) ?? NO_ROUTE)
  }
}

/** The routes of the build that this process serves; in development there is none, and every path is of no route. */
export const builtRoutes = (): ((path: string) => string) => {
  try {
    const folder = process.env.NEXT_DIST_DIR ?? '.next'
    const file = join(/* turbopackIgnore: true */ process.cwd(), folder, 'routes-manifest.json')
    return routesOf(JSON.parse(readFileSync(file, 'utf8')) as Manifest)
  } catch {
    return () => NO_ROUTE
  }
}
