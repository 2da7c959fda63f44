/**
 * Figures of this process for Prometheus: off unless METRICS_PORT or METRICS_TOKEN is set (docs/decisions/0135). No
 * label holds a name or a path.
 */
import 'server-only'
import { timingSafeEqual } from 'node:crypto'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { figuresOf } from '../queries/system/figures'
import { getDatabase } from './database'
import { databaseAnswers } from './database-away'
import { errorCount } from './log/errors'
import { onRequestEnd } from './log/requests'

interface Kept {
  register: Registry
  /** Looks into the database, before each reading. */
  refresh: () => Promise<void>
}
const kept = globalThis as unknown as { onRecordMetrics?: Kept }

/** Seconds: an answer from memory, a page, a slow page, an export. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60]

const ofProcess = (registers: Registry[]): void => {
  const seconds = new Histogram({
    name: 'on_record_request_seconds',
    help: 'How long requests took, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  })
  onRequestEnd(({ method, route, status, ms }) => seconds.observe({ method, route, status }, ms / 1000))
  new Counter({
    name: 'on_record_errors_total',
    help: 'What was thrown and nobody expected',
    registers,
    collect() {
      this.reset()
      this.inc(errorCount())
    },
  })
}

/** @returns what sets the figures of the database; while it is away there are none */
const ofLedger = (registers: Registry[]) => {
  const gauge = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
    new Gauge({ name: `on_record_${name}`, help, labelNames, registers })
  const jobs = gauge('jobs', 'Work in the background, by state', ['state'])
  const deliveries = gauge('webhook_deliveries', 'Deliveries of webhooks that wait or failed', ['state'])
  const bytes = gauge('database_bytes', 'What the database takes on its disk')
  const backup = gauge(
    'last_backup_timestamp_seconds',
    'When the last backup was begun; 0 where there is none',
  )
  return async () => {
    for (const some of [jobs, deliveries, bytes, backup]) some.reset()
    bytes.set(Number.NaN)
    backup.set(Number.NaN)
    if (!(await databaseAnswers())) return
    const figures = await figuresOf(getDatabase())
    for (const [state, count] of Object.entries(figures.work.jobs)) jobs.set({ state }, count)
    for (const [state, count] of Object.entries(figures.work.deliveries)) deliveries.set({ state }, count)
    bytes.set(figures.bytes)
    backup.set(figures.backup ? Date.parse(figures.backup.startedAt) / 1000 : 0)
  }
}

/** Begins to count, once in a process, where somebody may ask. @returns whether it does */
export const startMetrics = (): boolean => {
  if (!process.env.METRICS_PORT && !process.env.METRICS_TOKEN) return false
  if (kept.onRecordMetrics) return true
  const register = new Registry()
  collectDefaultMetrics({ register })
  ofProcess([register])
  kept.onRecordMetrics = { register, refresh: ofLedger([register]) }
  return true
}

const isToken = (sent: string | null): boolean => {
  const [wanted, given] = [`Bearer ${process.env.METRICS_TOKEN}`, sent ?? ''].map((text) => Buffer.from(text))
  return !!wanted && !!given && wanted.length === given.length && timingSafeEqual(wanted, given)
}

/**
 * Reads the figures.
 * @param asked where they are asked for, and with which header
 * @returns null for who may not have them there
 */
export const metricsFor = async (asked: {
  on: 'site' | 'port'
  authorization: string | null
}): Promise<{ type: string; text: string } | null> => {
  const { METRICS_PORT, METRICS_TOKEN } = process.env
  if (!kept.onRecordMetrics || (METRICS_PORT && asked.on === 'site')) return null
  if (METRICS_TOKEN && !isToken(asked.authorization)) return null
  const { register, refresh } = kept.onRecordMetrics
  await refresh()
  return { type: register.contentType, text: await register.metrics() }
}
