'use client'
import type { Route } from 'next'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

/** A link of the main navigation; it is marked on its own page, and on those below it. */
export function NavLink({ href, children }: { href: Route; children: ReactNode }) {
  const path = usePathname()
  const here = path === href
  const below = href !== '/' && path.startsWith(`${href}/`)
  return (
    <Link
      href={href}
      aria-current={here ? 'page' : below ? 'true' : undefined}
      className="plain-link inline-block py-1 aria-[current]:underline aria-[current]:decoration-ink aria-[current]:decoration-[1.5px] aria-[current]:underline-offset-[0.4em]"
    >
      {children}
    </Link>
  )
}
