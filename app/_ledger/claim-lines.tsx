'use client'
import Link from 'next/link'
import type { ClaimRow } from '@/lib/queries/views'
import type { BadgeWords } from './badge'
import { Dated, type DatedWords } from './dated'
import { SpeakerLink, type SpeakerWords } from './speaker-link'
import { Statement } from './statement'
import { StatusHint } from './status-hint'

/** A row of the table in the words of the page: the value of each column. */
export interface ClaimLine {
  statement: Pick<ClaimRow, 'slug' | 'statement' | 'language' | 'quote' | 'topics'>
  status: BadgeWords & { sentence: string }
  speaker: SpeakerWords | null
  origins: string
  evidence: string
  said: DatedWords
}

function Topics({ topics }: Pick<ClaimRow, 'topics'>) {
  return (
    <ul className="mt-0.5 hidden flex-wrap gap-x-3 text-small text-muted md:flex">
      {topics.map((topic) => (
        <li key={topic.slug}>
          <Link href={`/topics/${topic.slug}`} className="plain-link">
            <bdi>{topic.name}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Cell({ of, line, nobody }: { of: keyof ClaimLine; line: Partial<ClaimLine>; nobody: string }) {
  const { statement, status, speaker, said } = line
  if (of === 'statement' && statement)
    return (
      <>
        <Statement claim={statement} className="leading-snug" />
        {statement.topics.length > 0 ? <Topics topics={statement.topics} /> : null}
      </>
    )
  if (of === 'status' && status) return <StatusHint {...status} />
  if (of === 'speaker')
    return speaker ? <SpeakerLink {...speaker} /> : <span className="text-muted">{nobody}</span>
  if (of === 'said' && said) return <Dated {...said} />
  return of === 'origins' || of === 'evidence' ? line[of] : null
}

/**
 * The rows of the table of claims. On a phone they are blocks, which browsers take for no table unless they are told,
 * hence their roles. They are drawn where they are shown, from their words alone: drawn before, each row
 * would be sent twice, and the second time as a tree that is three times its size.
 */
export function ClaimLines({
  columns,
  lines,
  nobody,
}: {
  columns: readonly (keyof ClaimLine)[]
  /** Each with the values of the columns. */
  lines: readonly Partial<ClaimLine>[]
  /** Said where a claim has no maker. */
  nobody: string
}) {
  return (
    <tbody role="rowgroup" className="claim-lines">
      {lines.map((line) => (
        <tr key={line.statement?.slug} role="row">
          {columns.map((column) => (
            <td key={column} role="cell" className={`of-${column}`}>
              <Cell of={column} line={line} nobody={nobody} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}
