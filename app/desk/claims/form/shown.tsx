import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ClaimForm as Form } from '@/lib/domain/claim-form/form'
import { idsIn, NOTHING_KNOWN } from '@/lib/domain/claim-form/graph'
import { refsOf } from '@/lib/domain/claim-form/record'
import type { Refusal } from '@/lib/domain/result'
import { getAround } from '@/lib/queries/claims/around'
import { chainsFrom } from '@/lib/queries/claims/chains'
import type { FieldProblem } from '@/lib/queries/claims/form-refs'
import { repeatsFor } from '@/lib/queries/claims/repeat-view'
import { getDatabase } from '@/lib/web/database'
import type { UserViewer } from '@/lib/web/session'
import { ClaimForm, type FormMeta } from './claim-form'

/** The words that the form needs in the browser, and no others. */
const MESSAGES = [
  'sentence',
  'claimForm',
  'suggest',
  'claim',
  'claims',
  'status',
  'flag',
  'act',
  'basis',
  'access',
  'capacity',
  'covers',
  'stake',
  'mode',
  'relation',
  'evidenceRelation',
  'evidenceState',
  'speakerKind',
  'sourceKind',
] as const

/** The problems of a refusal by their fields; none where it is about the whole. */
export const problemsOf = (refusal: Refusal | null): FieldProblem[] =>
  refusal?.code === 'invalid' && Array.isArray(refusal.details) ? (refusal.details as FieldProblem[]) : []

/** The form with what it needs to be used: its status and its likely repeats are made on the server first. */
export async function ShownForm({
  viewer,
  form,
  meta,
  refusal,
}: {
  viewer: UserViewer
  form: Form
  meta: FormMeta
  refusal: Refusal | null
}) {
  const db = getDatabase()
  const messages = await getMessages()
  const picked = Object.fromEntries(MESSAGES.map((name) => [name, messages[name]]))
  const problems = problemsOf(refusal)
  const [around, repeats, chains] = await Promise.all([
    getAround(db, viewer, idsIn(refsOf(form))),
    repeatsFor(db, viewer, {
      statement: form.statement,
      quote: form.quote,
      ...(meta.claim ? { except: meta.claim.id } : {}),
    }),
    chainsFrom(db, viewer, form.appearances.map(({ source }) => source.id).filter(Boolean)),
  ])
  return (
    <NextIntlClientProvider messages={picked}>
      <ClaimForm
        key={`${meta.draft?.id} ${meta.draft?.version}`}
        form={form}
        meta={meta}
        problems={problems}
        summary={refusal && problems.length === 0 ? refusal.sentence : null}
        around={around ?? NOTHING_KNOWN}
        repeats={repeats}
        chains={chains}
      />
    </NextIntlClientProvider>
  )
}
