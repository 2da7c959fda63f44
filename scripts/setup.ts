/** npm run setup: makes ready what is made from other files: the database clients. */
import { generateClients } from '../lib/db/schema'

await generateClients()
