import type { Database } from '../../db/client'
import { can, type Viewer } from '../../domain/actor'
import { likelyRepeats } from './repeats'

/** A claim that may say the same, as the desk shows it. */
export interface RepeatView {
  slug: string
  statement: string
  speaker: string | null
  shownStatus: string
  /** From 0 to 1. */
  score: number
}

/** Below this two claims share words, and hardly a meaning. */
const WORTH_SHOWING = 0.2
const MOST = 5

/** The claims that may already say what is being written; none for those who write no claims. */
export const repeatsFor = async (
  db: Database,
  viewer: Viewer,
  asked: { statement: string; quote: string; except?: string },
): Promise<RepeatView[]> => {
  if (!can(viewer, 'record', { kind: 'claim', state: 'draft' }) || asked.statement.trim() === '') return []
  const desk = can(viewer, 'read', { kind: 'claim', state: 'draft', ownerId: null })
  const found = await likelyRepeats(db, {
    statement: asked.statement,
    title: asked.quote || null,
    shelves: desk ? ['public', 'desk'] : ['public'],
    limit: MOST,
    ...(asked.except ? { except: asked.except } : {}),
  })
  return found
    .filter(({ score }) => score >= WORTH_SHOWING)
    .map(({ slug, statement, speaker, shownStatus, score }) => ({
      slug,
      statement,
      speaker,
      shownStatus,
      score,
    }))
}
