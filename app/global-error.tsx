'use client'
import { Failure, type FailureProps, useFailureWords } from './failure'
import './globals.css'

/** Shown where the shell itself fails; it stands in for the whole document. */
export default function GlobalErrorPage(props: FailureProps) {
  const { language, direction, words } = useFailureWords()
  return (
    <html lang={language} dir={direction}>
      <body>
        <title>{words.title}</title>
        <main className="mx-auto max-w-page px-4 sm:px-6">
          <Failure {...props} />
        </main>
      </body>
    </html>
  )
}
