/** A process of its own that records topics, each under a key, until it is killed. */
import { openDatabase } from '../../lib/db/client'
import { recordOnce } from './record-once'

const [, , url] = process.argv
const db = openDatabase(url)
for (let n = 0; ; n++) await recordOnce(db, n)
