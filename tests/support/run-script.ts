/** The commands, as they are typed. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { bundled } from '../../scripts/bundle.mjs'

/** Runs a script on a database. @returns what it printed, on standard error where it failed, and how it ended */
export const runScript = async (
  url: string,
  [script = '', ...args]: string[],
  env: Record<string, string> = {},
): Promise<{ code: number; said: string }> => {
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [await bundled(`scripts/${script}.ts`), ...args],
      {
        env: { ...process.env, DATABASE_URL: url, ...env },
      },
    )
    return { code: 0, said: stdout }
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string }
    return { code, said: stderr }
  }
}
