/**
 * The end of a server. The framework stops accepting, waits for the requests that run, and ends the process; here it is
 * made to wait for the worker's batch too, and not for ever (docs/decisions/0111).
 */
import 'server-only'
import { getLog } from './log/logger'
import { closeAfterAnswers } from './log/requests'

/** Docker gives ten seconds and systemd ninety before they kill; deploy/ and compose.yaml give thirty. */
const PATIENCE_SECONDS = 25

const kept = globalThis as unknown as { onRecordEnding?: boolean }

const patience = (): number => Number(process.env.SHUTDOWN_SECONDS || PATIENCE_SECONDS) * 1000

/** Ends well when told to. @param stop ends what runs in the background after its batch */
export const endWell = (stop: () => Promise<void>): void => {
  if (kept.onRecordEnding) return
  kept.onRecordEnding = true
  const exit = process.exit.bind(process)
  let background: Promise<void> | undefined
  const begin = (signal: string) => {
    background ??= stop().catch(() => {})
    getLog().info({ signal }, 'stopping')
    closeAfterAnswers()
    setTimeout(() => {
      getLog().warn(
        'stopped before everything had ended; what was under way is undone, and goes on at the next start',
      )
      exit(1)
    }, patience()).unref()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => begin(signal))
  process.exit = ((code) => {
    if (!background) return exit(code)
    void background.then(() => exit(code))
  }) as typeof process.exit
}
