/** What an answer must never be or hold, whoever asked for whatever. */
import { ROOT } from '../../../lib/db/schema'
import type { Answer } from './send'

/** Words of stacks, drivers and this machine. None is among the hostile texts, so an echo is not taken for one. */
const TELLTALE: [what: string, pattern: RegExp][] = [
  ['a stack', /\n\s+at [^\n]{1,200}:\d+:\d+\)?/],
  ['a folder of packages', /node_modules[\\/]/],
  ['a path of the server', new RegExp(ROOT.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[\\/]$/, ''))],
  ['the client of the database', /PrismaClient|Invalid `[^`]{1,80}` invocation|P20\d\d\b.{0,40}constraint/],
  ['the database', /SQLITE_[A-Z]+|SqliteError|relation "\w+" does not exist|syntax error at or near/],
  ['a secret', /root:x:0:0|BETTER_AUTH_SECRET=/],
  ['a bug', /(Type|Reference|Range|Syntax)Error: /],
]

/** @returns what is wrong with an answer; nothing where it is as it must be */
export const wrongIn = (answer: Answer | null): string[] => {
  if (!answer) return ['no answer']
  const { status, headers, text } = answer
  const found = TELLTALE.filter(([, pattern]) => pattern.test(text)).map(([what]) => what)
  if (status >= 500) found.push(`status ${status}`)
  if (headers.taken || JSON.stringify(headers['set-cookie'] ?? '').includes('taken=1'))
    found.push('a header of theirs')
  const location = `${headers.location ?? ''}`
  if (/^(https?:)?[\\/]{2}(?!127\.0\.0\.1[:/])/i.test(location))
    found.push(`leads to ${location.slice(0, 60)}`)
  // Markup that came in goes out as text; data is not read as markup, and says so.
  const type = `${headers['content-type'] ?? ''}`
  if (/html|svg|xml/.test(type) && /<script>alert|<img src=x onerror|<svg onload/i.test(text))
    found.push('markup of theirs')
  if (!headers['content-security-policy']) found.push('no policy')
  return found
}
