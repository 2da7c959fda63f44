/** Another process that is killed in the middle of its work, as by a power cut. */
import { spawn } from 'node:child_process'
import { bundled } from '../../scripts/bundle.mjs'

/**
 * Starts a TypeScript file in a process of its own and kills it with SIGKILL, which it cannot hear.
 * @param file from the root of the project
 * @param when resolves at the moment to kill it
 * @returns whether it was still running then
 */
export const killedProcess = async (
  file: string,
  args: string[],
  when: () => Promise<void>,
): Promise<boolean> => {
  const child = spawn(process.execPath, [await bundled(file), ...args], { stdio: 'ignore' })
  const closed = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('close', (_code, signal) => resolve(signal))
  })
  // Whichever is first: it may be done sooner.
  await Promise.race([when(), closed])
  child.kill('SIGKILL')
  return (await closed) === 'SIGKILL'
}
