/** Other processes, for what only shows between two. */
import { spawn } from 'node:child_process'
import { bundled } from '../../scripts/bundle.mjs'

/**
 * Runs a TypeScript file in a process of its own.
 * @param file from the root of the project
 * @returns what it printed on standard output
 * @throws what it printed on standard error, where it failed
 */
export const runProcess = async (file: string, ...args: string[]): Promise<string> => {
  const script = await bundled(file)
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [script, ...args])
    const said = { out: '', err: '' }
    child.stdout.on('data', (part) => {
      said.out += part
    })
    child.stderr.on('data', (part) => {
      said.err += part
    })
    child.on('close', (code) => (code === 0 ? done(said.out) : failed(new Error(said.err))))
  })
}
