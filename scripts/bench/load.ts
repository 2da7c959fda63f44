/** Reading pages over HTTP: how long one reader waits, and how many are answered in a second. */
import type { Client } from './client'
import { type Effort, median, stopped, type Timing, timingOf } from './measure'
import type { Measured, Usage } from './server'

export type Paths = Record<string, string>
/** An address, or several of a kind that are asked for in turn, so that none is kept from the last time. */
export type InTurn = Record<string, string | readonly string[]>

const atTurn = (path: string | readonly string[], turn: number): string =>
  typeof path === 'string' ? path : (path[turn % path.length] ?? '/')

/** Readers at once under load: more than the server can answer at once, fewer than would wait in line for long. */
const READERS = 8

export interface Rate {
  perSecond: number
  /** Processor time of the server for one answer, in milliseconds: the same whatever else the machine does. */
  cpuMs: number
}

const ok = async (client: Client, path: string, compressed = false) => {
  const answer = await client.ask(path, compressed)
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`)
  return answer
}

/** One reader, who asks for each address in turn, so that what else happens falls on all alike. */
export const timings = async (
  client: Client,
  paths: InTurn,
  { warmUp, runs }: Effort,
): Promise<Record<string, Timing & { bytes: number }>> => {
  const names = Object.entries(paths).map(([name, path]) => ({ name, path, times: [] as number[], bytes: 0 }))
  for (let run = -warmUp; run < runs; run++)
    for (const one of names) {
      const [{ bytes }, ms] = await stopped(() => ok(client, atTurn(one.path, run + warmUp)))
      one.bytes = bytes
      if (run >= 0) one.times.push(ms)
    }
  return Object.fromEntries(names.map(({ name, times, bytes }) => [name, { ...timingOf(times), bytes }]))
}

const round = async (client: Client, server: Measured, path: string, ms: number): Promise<Rate> => {
  const before = await server.inside<Usage>('usage')
  const start = performance.now()
  let answers = 0
  const reader = async () => {
    while (performance.now() - start < ms) {
      await ok(client, path)
      answers++
    }
  }
  await Promise.all(Array.from({ length: READERS }, reader))
  const seconds = (performance.now() - start) / 1_000
  const { cpuMs } = await server.inside<Usage>('usage')
  return { perSecond: answers / seconds, cpuMs: (cpuMs - before.cpuMs) / answers }
}

/** Many readers at each address in turn, for several rounds, of which the median counts. */
export const rates = async (
  client: Client,
  server: Measured,
  paths: Paths,
  { rounds, roundMs }: Effort,
): Promise<Record<string, Rate>> => {
  const found = Object.entries(paths).map(([name, path]) => ({ name, path, rounds: [] as Rate[] }))
  // The first is not counted: what only load compiles is compiled then.
  for (let i = -1; i < rounds; i++)
    for (const one of found) {
      const rate = await round(client, server, one.path, roundMs)
      if (i >= 0) one.rounds.push(rate)
    }
  const of = (all: Rate[], key: keyof Rate) => median(all.map((rate) => rate[key]))
  return Object.fromEntries(
    found.map(({ name, rounds: all }) => [
      name,
      { perSecond: of(all, 'perSecond'), cpuMs: of(all, 'cpuMs') },
    ]),
  )
}
