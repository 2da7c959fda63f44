/** The log of the server: one line of JSON for each thing that happened, on standard output (docs/operations.md). */
import { type Logger, pino } from 'pino'

const kept = globalThis as unknown as { onRecordLog?: Logger }

/** In development the framework says what was asked for. */
const level = (): string => process.env.LOG_LEVEL || (process.env.NODE_ENV === 'production' ? 'info' : 'warn')

/** The log of this process. Fields that would hold a secret are taken out wherever somebody puts them. */
export const getLog = (): Logger => {
  kept.onRecordLog ??= pino({
    level: level(),
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: [
      'cookie',
      'authorization',
      'headers',
      '*.cookie',
      '*.authorization',
      '*.headers',
      '*.password',
      '*.token',
    ],
  })
  return kept.onRecordLog
}
