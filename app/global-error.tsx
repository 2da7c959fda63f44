'use client'
import words from '@/messages/en.failure.json'
import { Failure, type FailureProps } from './failure'
import './globals.css'

/** Shown where the shell itself fails; it stands in for the whole document. */
export default function GlobalErrorPage(props: FailureProps) {
  return (
    <html lang="en">
      <body>
        <title>{words.title}</title>
        <main className="mx-auto max-w-page px-4 sm:px-6">
          <Failure {...props} />
        </main>
      </body>
    </html>
  )
}
