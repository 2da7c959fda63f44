import type { ReactNode } from 'react'
import { FormErrors } from '@/app/_kit/form-errors'
import type { ClaimAtDesk } from '@/lib/queries/claims/at-desk'
import type { DraftView } from '@/lib/queries/drafts'
import { keptForm } from '@/lib/web/forms'

/** The claim that a form of its desk is about. */
export interface At {
  slug: string
  desk: ClaimAtDesk
}

/** What was refused when one of the desk's forms on this page was sent; each form shows its own. */
export interface KeptForms {
  move: DraftView | null
  comment: DraftView | null
  override: DraftView | null
  review: DraftView | null
}

export const keptForms = async (draft: string | string[] | undefined): Promise<KeptForms> => {
  const [move = null, comment = null, override = null, review = null] = await Promise.all(
    ['claim.move', 'claim.comment', 'claim.override', 'claim.review'].map((kind) => keptForm(kind, draft)),
  )
  return { move, comment, override, review }
}

export function Refused({ kept }: { kept: DraftView | null }) {
  return kept?.refusal ? <FormErrors title="" summary={kept.refusal.sentence} problems={[]} /> : null
}

/** A form of the claim's desk, with the claim and the version that its page was made from. */
export function DeskForm({
  slug,
  desk,
  action,
  children,
}: At & {
  action: 'move' | 'comment' | 'override' | 'review'
  children: ReactNode
}) {
  return (
    <form method="post" action={`/desk/claims/${slug}/${action}`} className="space-y-2">
      <input type="hidden" name="id" value={desk.id} />
      <input type="hidden" name="version" value={desk.version} />
      {children}
    </form>
  )
}

/** A button of a form that has several. */
export function Act({
  value,
  children,
  quiet = true,
}: {
  value: string
  children: ReactNode
  quiet?: boolean
}) {
  return (
    <button type="submit" name="do" value={value} className={`button ${quiet ? 'button-quiet' : ''}`}>
      {children}
    </button>
  )
}
