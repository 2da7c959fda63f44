import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PageTitle } from '@/app/_kit/page-title'
import { can } from '@/lib/domain/actor'
import { claimFormOf, emptyClaimForm } from '@/lib/domain/claim-form/form'
import { formOfShared, sharedIn } from '@/lib/domain/claim-form/shared'
import { one } from '@/lib/domain/form'
import { newId } from '@/lib/domain/ids'
import { sourceAt } from '@/lib/queries/source-at'
import { getDatabase } from '@/lib/web/database'
import { keptForm } from '@/lib/web/forms'
import { requireUser, type UserViewer } from '@/lib/web/session'
import { ShownForm } from '../form/shown'

type Params = Record<string, string | string[] | undefined>

interface Props {
  searchParams: Promise<Params>
}

const first = (value: string | string[] | undefined): string => [value].flat()[0] ?? ''

/** This page as it was asked for: who has to sign in first comes back to it. */
const addressOf = (params: Params): string => {
  const kept = ['draft', 'text', 'title', 'url'].flatMap((name) => {
    const value = first(params[name])
    return value ? [[name, value]] : []
  })
  return kept.length > 0 ? `/desk/claims/new?${new URLSearchParams(kept)}` : '/desk/claims/new'
}

/** A form that begins with what was shared from a page elsewhere, if anything was. */
const begun = async (viewer: UserViewer, params: Params) => {
  const shared = sharedIn((name) => first(params[name]))
  if (!shared) return emptyClaimForm()
  const known = shared.url ? await sourceAt(getDatabase(), viewer, shared.url) : null
  return formOfShared(shared, known)
}

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('claimForm'))('newTitle'),
})

export default async function NewClaim({ searchParams }: Props) {
  const t = await getTranslations('claimForm')
  const params = await searchParams
  const viewer = await requireUser(addressOf(params))
  const draft = await keptForm('claim', params.draft)
  const clip = (
    <Link href={'/desk/clip' as '/'} className="text-small">
      {(await getTranslations('clip'))('link')}
    </Link>
  )
  return (
    <>
      <PageTitle aside={clip}>{t('newTitle')}</PageTitle>
      <ShownForm
        viewer={viewer}
        form={draft ? claimFormOf(draft.values) : await begun(viewer, params)}
        refusal={draft?.refusal ?? null}
        meta={{
          draft: draft ? { id: draft.id, version: draft.version } : null,
          claim: null,
          once: (draft && one(draft.values, 'once')) || newId(),
          maySubmit: true,
          mayPublish: can(viewer, 'publish', { kind: 'claim', state: 'draft', ownerId: viewer.id }),
        }}
      />
    </>
  )
}
