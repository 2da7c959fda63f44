/** What was told on terms under which nothing is stored: not in the ledger, and not in a draft either. */
import { REFUSED_ACCESS_SENTENCE } from '../input/claim'
import { REFUSED_ACCESS } from '../vocabulary'
import { type ClaimForm, emptyEvidence } from './form'

const isRefused = (access: string) => (REFUSED_ACCESS as readonly string[]).includes(access)

/**
 * Takes the words of such items out of a form before it is kept; that there was one stays, with the reason.
 * @returns the form as it may be kept, and a problem for each such item
 */
export const withoutRefused = (
  form: ClaimForm,
): { form: ClaimForm; problems: { field: string; sentence: string }[] } => ({
  form: {
    ...form,
    evidence: form.evidence.map((item) =>
      isRefused(item.access)
        ? { ...emptyEvidence(item.relation), id: item.id, access: item.access, basis: item.basis }
        : item,
    ),
  },
  problems: form.evidence.flatMap(({ access }, i) =>
    isRefused(access)
      ? [
          {
            field: `evidence.${i}.access`,
            sentence: `${REFUSED_ACCESS_SENTENCE} What was written of it here was not kept.`,
          },
        ]
      : [],
  ),
})
