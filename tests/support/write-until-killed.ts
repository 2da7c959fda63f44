/**
 * A process of its own that writes in several lanes until it is killed. It says each write that was acknowledged, at
 * once: `lane number`.
 */
import { writeSync } from 'node:fs'
import { openDatabase } from '../../lib/db/client'
import { LANES, writeNth } from './kills/write-nth'

const [, , url, ...from] = process.argv
const db = openDatabase(url)
await Promise.all(
  Array.from({ length: LANES }, async (_, lane) => {
    for (let n = Number(from[lane] ?? 0); ; n++) {
      await writeNth(db, lane, n)
      writeSync(1, `${lane} ${n}\n`)
    }
  }),
)
