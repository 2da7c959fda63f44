/** Refusals for programs (RFC 9457): a sentence for people, in a form that programs read. */
import { STATUS_CODES } from 'node:http'

/**
 * @param status of the answer
 * @param detail what is wrong, in a sentence
 * @param more members besides, such as the field that it is about
 */
export const problem = (
  status: number,
  detail: string,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Response =>
  new Response(
    JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], status, detail, ...more }),
    {
      status,
      headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
    },
  )
