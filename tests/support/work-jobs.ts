/** A process of its own that works on the jobs of a database until there are none, or until it is killed. */
import { runJobs } from '../../lib/commands/jobs/run'
import { openDatabase } from '../../lib/db/client'

const [, , url, staleMs] = process.argv
const db = openDatabase(url)
console.log('working')
await runJobs(db, { once: true, staleMs: Number(staleMs) })
await db.close()
