/** Other processes, for what only shows between two. */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

/**
 * Runs a TypeScript file in a process of its own.
 * @returns what it printed on standard output
 * @throws what it printed on standard error, where it failed
 */
export const runProcess = (file: string, ...args: string[]): Promise<string> =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--import', 'tsx', resolve(file), ...args])
    const said = { out: '', err: '' }
    child.stdout.on('data', (part) => {
      said.out += part
    })
    child.stderr.on('data', (part) => {
      said.err += part
    })
    child.on('close', (code) => (code === 0 ? done(said.out) : failed(new Error(said.err))))
  })
