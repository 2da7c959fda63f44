/** Loaded into the server that is measured, beside its own code: says what the process has used, and profiles it. */
import { Session } from 'node:inspector/promises'
import { isMainThread } from 'node:worker_threads'
import type { Asked, Usage } from './server'

const session = new Session()

const usage = (): Usage => {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  return { cpuMs: (user + system) / 1_000, rss, heapUsed, maxRss: process.resourceUsage().maxRSS * 1_024 }
}

const ANSWERS: Record<Asked, () => Promise<unknown>> = {
  usage: async () => usage(),
  profile: async () => {
    session.connect()
    await session.post('Profiler.enable')
    // A quarter of a millisecond: a request of ten is seen forty times.
    await session.post('Profiler.setSamplingInterval', { interval: 250 })
    await session.post('Profiler.start')
  },
  profiled: async () => (await session.post('Profiler.stop')).profile,
}

if (isMainThread && process.send) {
  process.on('message', (asked: Asked) => {
    void ANSWERS[asked]?.().then((value) => process.send?.({ asked, value: value ?? null }))
  })
  // The server ends when it is told to, whoever listens here.
  process.channel?.unref()
}
