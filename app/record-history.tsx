import { HistoryList } from '@/app/_ledger/history'
import { can } from '@/lib/domain/actor'
import type { HistoryEntry } from '@/lib/queries/views'
import { getViewer } from '@/lib/web/session'
import { Restore } from './restore'

/** What happened to a speaker or a source; editors can put back any version in which its record was another. */
export async function RecordHistory({
  kind,
  record: { id, slug, version, shelf, history },
}: {
  kind: 'speaker' | 'source'
  record: { id: string; slug: string; version: number; shelf: string; history: readonly HistoryEntry[] }
}) {
  const may = shelf !== 'closed' && can(await getViewer(), 'edit', { kind })
  const below = (entry: HistoryEntry) =>
    entry.version !== null && entry.version < version ? (
      <Restore action={`/desk/${kind}s/${slug}/restore`} id={id} version={version} to={entry.version} />
    ) : null
  return <HistoryList entries={history} below={may ? below : undefined} />
}
