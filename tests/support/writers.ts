/** Editors at work: several record claims one after another, until they are told to stop. */
import { recordClaim } from '../../lib/commands/claims/record'
import type { Database } from '../../lib/db/client'
import { must } from '../../seeds/must'
import { admin } from './small-ledger'

const WRITERS = 4
/** Between two claims of one of them: the command that runs beside them needs the processor too. */
const PAUSE_MS = 25

export interface Writers {
  /** The statements that were acknowledged so far. */
  acknowledged: string[]
  /** Resolves when so many are. */
  reached: (count: number) => Promise<void>
  stop: () => Promise<void>
}

/** @param target a source that all of the claims cite, so that each is derived with the others */
export const startWriters = (db: Database, target: string): Writers => {
  const acknowledged: string[] = []
  let stopped = false
  const write = async (writer: number) => {
    for (let n = 0; !stopped; n++) {
      const statement = `Writer ${writer} recorded this as number ${n}.`
      must(
        await recordClaim(db, admin, { statement, evidence: [{ relation: 'supports', target }] }),
        statement,
      )
      acknowledged.push(statement)
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
    }
  }
  const writing = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)))
  return {
    acknowledged,
    reached: async (count) => {
      while (acknowledged.length < count)
        await Promise.race([new Promise((resolve) => setTimeout(resolve, 20)), writing])
    },
    stop: async () => {
      stopped = true
      await writing
    },
  }
}
