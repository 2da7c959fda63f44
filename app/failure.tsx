'use client'
import messages from '@/messages/en.json'

/** What the framework hands to a page that stands in for one that failed. */
export interface FailureProps {
  error: unknown
  retry: () => void
}

/** The number under which the server's log has what was thrown. */
const digestOf = (error: unknown): string | undefined =>
  error instanceof Error && 'digest' in error ? String(error.digest) : undefined

/** What happened, and what to do. It takes its words from the catalogue directly, since what failed may be the request's own language. */
export function Failure({ error, retry }: FailureProps) {
  const t = messages.shell
  const digest = digestOf(error)
  return (
    <div role="alert" className="max-w-[60ch] pt-6">
      <h1 className="font-serif text-3xl">{t.errorTitle}</h1>
      <p className="mt-4 text-body">{t.errorText}</p>
      {digest ? <p className="mt-2 text-muted">{t.errorNumber.replace('{digest}', digest)}</p> : null}
      <button type="button" onClick={retry} className="button mt-4">
        {t.errorRetry}
      </button>
    </div>
  )
}
