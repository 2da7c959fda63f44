/** What a page sends to be run in the browser. */
import { gzipSync } from 'node:zlib'
import type { Client } from './client'

/** Scripts, but not those for browsers that know no modules: no browser that React runs in loads them. */
const SCRIPT = /<script (?![^>]*noModule)[^>]*?src="([^"]+)"/gi

/** Bytes of all scripts that a page names, each compressed by itself as the server sends it. */
export const javascriptOf = async (client: Client, path: string): Promise<number> => {
  const page = (await client.ask(path)).text()
  const names = new Set([...page.matchAll(SCRIPT)].flatMap(([, name]) => name ?? []))
  let bytes = 0
  for (const name of names) bytes += gzipSync((await client.ask(name)).text()).length
  return bytes
}
