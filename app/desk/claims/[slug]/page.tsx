import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PageTitle } from '@/app/_kit/page-title'
import { can } from '@/lib/domain/actor'
import { differences } from '@/lib/domain/claim-form/compare'
import { type ClaimForm, claimFormOf } from '@/lib/domain/claim-form/form'
import { formFrom } from '@/lib/domain/claim-form/record'
import { one } from '@/lib/domain/form'
import { type Editable, getEditable, getRecordAt, nameIn } from '@/lib/queries/claims/editable'
import type { DraftView } from '@/lib/queries/drafts'
import { getDatabase } from '@/lib/web/database'
import { keptForm } from '@/lib/web/forms'
import { requireUser } from '@/lib/web/session'
import { Conflict } from '../form/conflict'
import { ShownForm } from '../form/shown'

interface Props {
  params: Promise<{ slug: string }>
  searchParams: Promise<{ draft?: string | string[] }>
}

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('claimForm'))('editTitle'),
})

/** Both texts of a stale save, once somebody else has saved in between. */
async function StaleSave({ draft, mine, claim }: { draft: DraftView; mine: ClaimForm; claim: Editable }) {
  const base = await getRecordAt(getDatabase(), claim, Number(one(draft.values, 'version')) || 0)
  const details = draft.refusal?.details as { changedBy?: string } | undefined
  const before = base && formFrom(base, nameIn(claim.names))
  const theirs = formFrom(claim.record, nameIn(claim.names))
  return (
    <Conflict
      differences={differences(mine, theirs, before)}
      values={{ ...draft.values, draft: [draft.id], draftVersion: [String(draft.version)] }}
      by={details?.changedBy ?? ''}
    />
  )
}

export default async function EditClaim({ params, searchParams }: Props) {
  const t = await getTranslations('claimForm')
  const { slug } = await params
  const { draft: id } = await searchParams
  const viewer = await requireUser(
    `/desk/claims/${encodeURIComponent(slug)}${typeof id === 'string' ? `?draft=${encodeURIComponent(id)}` : ''}`,
  )
  const claim = await getEditable(getDatabase(), viewer, slug)
  if (!claim) notFound()
  const draft = await keptForm('claim', id)
  const mine = draft ? claimFormOf(draft.values) : formFrom(claim.record, nameIn(claim.names))
  const version = Number(draft?.values.version?.at(-1)) || claim.version
  const { state, ownerId } = claim
  return (
    <>
      <PageTitle>{t('editTitle')}</PageTitle>
      {draft?.refusal?.code === 'conflict' ? (
        <StaleSave draft={draft} mine={mine} claim={claim} />
      ) : (
        <ShownForm
          viewer={viewer}
          form={mine}
          refusal={draft?.refusal ?? null}
          meta={{
            draft: draft ? { id: draft.id, version: draft.version } : null,
            claim: { id: claim.id, slug: claim.slug, version, published: state === 'published' },
            once: '',
            maySubmit: state === 'draft' && can(viewer, 'submit', { kind: 'claim', state, ownerId }),
            mayPublish: false,
          }}
        />
      )}
    </>
  )
}
