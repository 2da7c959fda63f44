/** npm run bench -- --claims 10000,1000000 --database sqlite,postgresql | --profile PAGE */
import { parseArgs } from 'node:util'
import type { DatabaseKind } from '../../lib/db/url'

export interface Options {
  /** Sizes of ledgers in claims, the smallest first. */
  claims: number[]
  databases: DatabaseKind[]
  /** The address of the page that is to be profiled, instead of measuring. */
  profile: string | null
}

const KINDS: readonly DatabaseKind[] = ['sqlite', 'postgresql']

/** @throws for an option that cannot be read, with a sentence that says what it takes */
export const readOptions = (args: readonly string[]): Options => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      claims: { type: 'string', default: args.includes('--profile') ? '10000' : '10000,100000' },
      database: { type: 'string', default: args.includes('--profile') ? 'sqlite' : KINDS.join() },
      profile: { type: 'string' },
    },
  })
  const claims = values.claims.split(',').map(Number)
  // Fewer have too few speakers for a list to be full.
  if (!claims.every((n) => Number.isSafeInteger(n) && n >= 1_000))
    throw new Error('--claims takes whole numbers from 1000, such as 10000,100000.')
  const databases = values.database.split(',')
  const known = KINDS.filter((kind) => databases.includes(kind))
  if (known.length !== databases.length) throw new Error(`--database takes ${KINDS.join(' or ')}, or both.`)
  if (values.profile !== undefined && !values.profile.startsWith('/'))
    throw new Error('--profile takes the address of a page, such as /claims.')
  return { claims: claims.sort((a, b) => a - b), databases: known, profile: values.profile ?? null }
}
