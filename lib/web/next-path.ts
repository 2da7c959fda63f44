/** Where somebody goes after signing in: a path of this site, whatever the address says. */

/** Where editors work. */
export const HOME = '/desk'

const HERE = 'http://here.invalid'

/** The path, query and fragment; `otherwise` for anything that would lead elsewhere, or nowhere. */
export const safeNext = (next: string | string[] | null | undefined, otherwise = HOME): string => {
  // Browsers read a backslash as a slash and skip tabs and line ends, so none of them may pass.
  if (typeof next !== 'string' || next.length > 2000 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(next))
    return otherwise
  try {
    const url = new URL(next, HERE)
    const path = `${url.pathname}${url.search}${url.hash}`
    return url.origin === HERE && !/^\/[/\\]/.test(path) ? path : otherwise
  } catch {
    return otherwise
  }
}

/** The page that a form was sent from, by the header Referer, where that is a page of this site; else the first one. */
export const pageBefore = (referer: string | null, host: string | null): string => {
  if (!referer || !URL.canParse(referer)) return '/'
  const { host: from, pathname, search } = new URL(referer)
  return from === host ? safeNext(`${pathname}${search}`, '/') : '/'
}

/** The draft that waits at that path for its writer. */
export const draftIn = (next: string): string | null => new URL(next, HERE).searchParams.get('draft')
