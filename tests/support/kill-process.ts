/** Another process that is killed in the middle of its work, as by a power cut. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { bundled } from '../../scripts/bundle.mjs'

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Some milliseconds below `ms`, another number each time: a kill is to come at any moment. */
export const within = (ms: number): number => Math.random() * ms

/** Bundles by their file: nothing changes during a run, and a kill is to follow a kill. */
const made = new Map<string, Promise<string>>()

const bundleOf = (file: string): Promise<string> => {
  const before = made.get(file)
  if (before) return before
  const bundle = bundled(file)
  made.set(file, bundle)
  return bundle
}

/** What a process has printed so far, line by line. */
export interface Said {
  readonly lines: readonly string[]
  /** Resolves when it has printed so many lines. */
  has: (count: number) => Promise<void>
}

/**
 * Starts a TypeScript file in a process of its own and kills it with SIGKILL, which it cannot hear.
 * @param file from the root of the project
 * @param when resolves at the moment to kill it
 * @returns whether it was still running then
 */
export const killedProcess = async (
  file: string,
  args: string[],
  when: (said: Said) => Promise<void>,
): Promise<boolean> => {
  const child = spawn(process.execPath, [await bundleOf(file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  let wake = () => {}
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    wake()
  })
  const has = async (count: number) => {
    while (lines.length < count)
      await new Promise<void>((resolve) => {
        wake = resolve
      })
  }
  const closed = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on('close', (_code, signal) => resolve(signal))
  })
  // Whichever is first: it may be done sooner.
  await Promise.race([when({ lines, has }), closed])
  child.kill('SIGKILL')
  return (await closed) === 'SIGKILL'
}
