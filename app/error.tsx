'use client'
import messages from '@/messages/en.json'

/** Shown where a page fails: what happened, and what to do. It takes its words from the catalogue directly, since what failed may be the request's own language. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const t = messages.shell
  return (
    <div role="alert" className="max-w-[60ch] pt-6">
      <h1 className="font-serif text-3xl">{t.errorTitle}</h1>
      <p className="mt-4 text-body">{t.errorText}</p>
      {error.digest ? (
        <p className="mt-2 text-muted">{t.errorNumber.replace('{digest}', error.digest)}</p>
      ) : null}
      <button type="button" onClick={reset} className="button mt-4">
        {t.errorRetry}
      </button>
    </div>
  )
}
