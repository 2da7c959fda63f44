/** How long a file of others takes to come to the desk, with everything that its records name. */
import { receiveFile } from '../../lib/commands/imports/files'
import { runImport } from '../../lib/commands/imports/manage'
import { runJobs } from '../../lib/commands/jobs/run'
import type { Database } from '../../lib/db/client'
import type { Actor } from '../../lib/domain/actor'
import { importOf } from '../../lib/queries/imports'
import { must } from '../../seeds/must'
import { RECORDS, stopped } from './measure'

const actor: Actor = { kind: 'system', name: 'bench' }

/** Speakers and subjects of such a file: each is named several times. */
const SPEAKERS = 3_000
const TOPICS = 140

export interface Imported {
  records: number
  /** From the first byte to the last record. */
  ms: number
}

const VERDICTS = ['True', 'False', 'Half true', 'Misleading']

const lineOf = (i: number): string => {
  const day = `20${String(10 + (i % 15))}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`
  return [
    `row-${i}`,
    `Measured statement ${i} says that number ${(i * 7_919) % RECORDS} is larger than number ${i % 97}.`,
    `Speaker ${(i * 31) % SPEAKERS}`,
    day,
    `Subject ${i % TOPICS}; Subject ${(i * 7) % TOPICS}`,
    `https://news.example.org/measured/${i % 9_000}`,
    VERDICTS[i % VERDICTS.length],
    'Measured Checkers',
  ].join(',')
}

const bytesOf = async function* (records: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from('id,claim,speaker,date,topic,url,verdict,checker\n')
  for (let i = 0; i < records; i++) yield Buffer.from(`${lineOf(i)}\n`)
}

/**
 * Imports an invented file as the desk does.
 * @throws where a record of it was not taken: then something else was measured
 */
export const measureImport = async (db: Database, records: number): Promise<Imported> => {
  const [view, ms] = await stopped(async () => {
    const { id } = must(
      await receiveFile(db, actor, { name: 'measured.csv', bytes: bytesOf(records) }),
      'file',
    )
    must(await runImport(db, actor, { id }), id)
    await runJobs(db, { once: true })
    return importOf(db, actor, id)
  })
  const created = view?.run?.report.created
  if (created !== records) throw new Error(`Of ${records} records ${created ?? 0} were imported.`)
  return { records, ms }
}
