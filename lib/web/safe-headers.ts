/**
 * Headers that every answer leaves with, whatever makes it: pages, data, pictures, files of the build, and errors that
 * come from below the framework. Node tells of each request before anybody answers it; what is said here stands unless
 * an answer says it otherwise.
 */
import { subscribe } from 'node:diagnostics_channel'
import type { ServerResponse } from 'node:http'
import { BARE_POLICY, safeHeaders } from './policy'

/** Gives an answer that names no policy of its own the one for what is no page, in the moment in which it is sent. */
const closeWhenSent = (response: ServerResponse): void => {
  const { writeHead } = response
  response.writeHead = function (this: ServerResponse, ...args: unknown[]) {
    if (!this.headersSent && !this.hasHeader('Content-Security-Policy'))
      this.setHeader('Content-Security-Policy', BARE_POLICY)
    return writeHead.apply(this, args as Parameters<typeof writeHead>)
  } as typeof writeHead
}

const kept = globalThis as unknown as { onRecordHeaders?: boolean }

/** From now on, in this process; asked for twice it does nothing more. */
export const startHeaders = (): void => {
  if (kept.onRecordHeaders) return
  kept.onRecordHeaders = true
  const headers = Object.entries(safeHeaders())
  subscribe('http.server.request.start', (message) => {
    const { response } = message as { response: ServerResponse }
    for (const [name, value] of headers) response.setHeader(name, value)
    closeWhenSent(response)
  })
}
