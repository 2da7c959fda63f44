/**
 * Headers that every answer leaves with, whatever makes it: pages, data, pictures, files of the build, and errors that
 * come from below the framework. Node tells of each request before anybody answers it; what is said here stands unless
 * an answer says it otherwise.
 */
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
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

/**
 * What a proxy says of how the request came to it is one word. Of several, or of anything else, the framework would make
 * two different addresses of this site in two places, and ask the one for the other.
 */
const readForwarded = ({ headers }: IncomingMessage): void => {
  const said = `${headers['x-forwarded-proto'] ?? ''}`.split(',')[0]?.trim().toLowerCase()
  if (said === 'http' || said === 'https') headers['x-forwarded-proto'] = said
  else delete headers['x-forwarded-proto']
}

const kept = globalThis as unknown as { onRecordHeaders?: boolean }

/** From now on, in this process; asked for twice it does nothing more. */
export const startHeaders = (): void => {
  if (kept.onRecordHeaders) return
  kept.onRecordHeaders = true
  const headers = Object.entries(safeHeaders())
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse }
    readForwarded(request)
    for (const [name, value] of headers) response.setHeader(name, value)
    closeWhenSent(response)
  })
}
