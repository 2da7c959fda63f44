import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageTitle } from '@/app/_kit/page-title'
import { can } from '@/lib/domain/actor'
import { claimFormOf, emptyClaimForm } from '@/lib/domain/claim-form/form'
import { one } from '@/lib/domain/form'
import { newId } from '@/lib/domain/ids'
import { keptForm } from '@/lib/web/forms'
import { requireUser } from '@/lib/web/session'
import { ShownForm } from '../form/shown'

interface Props {
  searchParams: Promise<{ draft?: string | string[] }>
}

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('claimForm'))('newTitle'),
})

export default async function NewClaim({ searchParams }: Props) {
  const t = await getTranslations('claimForm')
  const { draft: id } = await searchParams
  const here = `/desk/claims/new${typeof id === 'string' ? `?draft=${encodeURIComponent(id)}` : ''}`
  const viewer = await requireUser(here)
  const draft = await keptForm('claim', id)
  return (
    <>
      <PageTitle>{t('newTitle')}</PageTitle>
      <ShownForm
        viewer={viewer}
        form={draft ? claimFormOf(draft.values) : emptyClaimForm()}
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
