import 'server-only'
import { getDatabase } from './database'
import { secretFor } from './secret'

/** Makes or reads the secret before the first request: without one the server ends, and says why in a sentence. */
export const requireSecret = (): void => {
  try {
    secretFor(getDatabase().url)
  } catch (error) {
    console.error(
      `There is no secret to sign sessions with: ${error instanceof Error ? error.message : error}\nSet BETTER_AUTH_SECRET, or let the server write where its database is.`,
    )
    process.exit(1)
  }
}
