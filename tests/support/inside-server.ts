/** Loaded into a server beside its own code (node --expose-gc --import): says, when asked, what its process holds. */
import { readdirSync } from 'node:fs'
import { isMainThread } from 'node:worker_threads'

export interface Held {
  /** Bytes, after everything that nobody refers to any more was let go. */
  heap: number
  rss: number
  /** Open files and sockets; null where the system does not tell. */
  handles: number | null
}

const handles = (): number | null => {
  try {
    return readdirSync('/proc/self/fd').length
  } catch {
    return null
  }
}

const held = (): Held => {
  // Twice: what the first lets go of may hold more.
  for (let i = 0; i < 2; i++) globalThis.gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  return { heap: heapUsed, rss, handles: handles() }
}

if (isMainThread && process.send) {
  process.on('message', (asked) => {
    if (asked === 'held') process.send?.({ held: held() })
  })
  process.channel?.unref()
}
