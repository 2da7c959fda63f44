/** Commands in a process of their own, with the most memory that they took. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { bundled } from '../../scripts/bundle.mjs'

/** Whether this system tells what a process took; Linux does. */
export const MEMORY_IS_TOLD = process.platform === 'linux'

/**
 * The most memory of its own so far, in MB; the number before it once it has ended. What it maps of files does not
 * count: the system takes that back whenever somebody else needs it.
 */
const peakOf = (pid: number, before: number): number => {
  try {
    const kib = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kib ? Math.max(before, Number(kib) / 1024) : before
  } catch {
    return before
  }
}

/** Milliseconds between two looks: a batch takes longer, so no batch is missed. */
const LOOK = 50

/**
 * Runs a TypeScript file in a process of its own.
 * @param file from the root of the project
 * @returns what it printed, its exit code, and the most memory of its own that it had, in MB
 */
export const measuredProcess = async (
  file: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<{ out: string; code: number | null; megabytes: number }> => {
  const child = spawn(process.execPath, [await bundled(file), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (part) => {
      out += part
    })
  let megabytes = 0
  const look = setInterval(() => {
    megabytes = peakOf(child.pid ?? 0, megabytes)
  }, LOOK)
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve)
  })
  clearInterval(look)
  return { out, code, megabytes }
}
