/** A process of its own that migrates: prints the names of the migrations it applied, as JSON. */
import { applyMigrations } from '../../lib/db/migrate'

console.log(JSON.stringify(await applyMigrations(process.argv[2])))
