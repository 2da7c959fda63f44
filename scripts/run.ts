import { DatabaseUnavailable } from '../lib/db/url'

/** Runs a command; what is expected to go wrong ends it with one sentence and exit code 1, a bug with its trace. */
export const runScript = async (body: () => Promise<void>): Promise<void> => {
  try {
    await body()
  } catch (error) {
    if (error instanceof DatabaseUnavailable) console.error(error.sentence)
    else console.error(error instanceof Error && error.name === 'Error' ? error.message : error)
    process.exitCode = 1
  }
}
