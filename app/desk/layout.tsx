import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'

/** The words that the fields of the desk need in the browser, to suggest records; its claim form has more of its own. */
const MESSAGES = ['suggest', 'speakerKind', 'sourceKind'] as const

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const messages = await getMessages()
  const picked = Object.fromEntries(MESSAGES.map((name) => [name, messages[name]]))
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>
}
