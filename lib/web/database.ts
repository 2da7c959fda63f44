/** The one door from a request to the database: one set of clients for the whole process. */
import 'server-only'
import { type Database, openDatabase } from '../db/client'

const kept = globalThis as unknown as { onRecordDatabase?: Database }

/** The database of this process. Kept on the global object, so that reloading a module opens nothing twice. */
export const getDatabase = (): Database => {
  kept.onRecordDatabase ??= openDatabase()
  return kept.onRecordDatabase
}
