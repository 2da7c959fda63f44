/** Figures of this process for Prometheus: off unless METRICS_TOKEN is set. No label holds a name or a path. */
import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { workCounts } from '../queries/system/counts'
import { getDatabase } from './database'
import { onRequestEnd } from './log/requests'

const kept = globalThis as unknown as { onRecordMetrics?: Registry }

/** Seconds: an answer from memory, a page, a slow page, an export. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60]

const gauge = (registers: Registry[], name: string, help: string, part: 'jobs' | 'deliveries') =>
  new Gauge({
    name,
    help,
    labelNames: ['state'],
    registers,
    async collect() {
      const counts = (await workCounts(getDatabase()))[part]
      for (const [state, count] of Object.entries(counts)) this.set({ state }, count)
    },
  })

/** Begins to count, once in a process, where somebody may ask. */
export const startMetrics = (): void => {
  if (kept.onRecordMetrics || !process.env.METRICS_TOKEN) return
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  const seconds = new Histogram({
    name: 'on_record_request_seconds',
    help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  })
  onRequestEnd(({ method, route, status, ms }) => seconds.observe({ method, route, status }, ms / 1000))
  gauge(registers, 'on_record_jobs', 'Work in the background, by state', 'jobs')
  gauge(registers, 'on_record_webhook_deliveries', 'Deliveries of webhooks that wait or failed', 'deliveries')
  kept.onRecordMetrics = register
}

const isToken = (sent: string | null): boolean => {
  const [wanted, given] = [`Bearer ${process.env.METRICS_TOKEN}`, sent ?? ''].map((text) => Buffer.from(text))
  return !!wanted && !!given && wanted.length === given.length && timingSafeEqual(wanted, given)
}

/** @returns the figures, or null for who may not have them */
export const metricsFor = async (
  authorization: string | null,
): Promise<{ type: string; text: string } | null> => {
  const register = kept.onRecordMetrics
  if (!register || !isToken(authorization)) return null
  return { type: register.contentType, text: await register.metrics() }
}
