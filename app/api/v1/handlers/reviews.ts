import { editReview, recordReview, recordScale, withdrawReview } from '@/lib/commands/claims/reviews'
import { named } from '@/lib/queries/api-refs'
import { reviewKept, reviewsKept } from '@/lib/queries/claims/reviews-kept'
import { getScale, listScales } from '@/lib/queries/scales'
import { standingOf } from '@/lib/queries/standing'
import type { Read, Readers, Writers } from '../call'
import { here } from '../found'
import { paged, pageOf } from '../paged'

export const REVIEW_READS: Readers<'listReviews' | 'getReview'> = {
  listReviews: async ({ db, viewer, part }): Promise<Read> => {
    const claim = await named(db.reader, 'claim', part('claim'))
    if (!claim) return { kind: 'missing' }
    const standing = await standingOf(db, viewer, 'claim', claim.slug)
    if (standing.kind === 'gone') return standing
    if (standing.kind !== 'found') return { kind: 'missing' }
    const data = await reviewsKept(db, viewer, claim.id)
    return { kind: 'found', json: { total: { n: data.length, exact: true }, data } }
  },
  getReview: async ({ db, viewer, part }): Promise<Read> => {
    const review = await reviewKept(db, viewer, part('review'))
    return review ? { kind: 'found', version: review.version, json: review } : { kind: 'missing' }
  },
}

export const REVIEW_WRITES: Writers<'recordReview' | 'editReview' | 'withdrawReview'> = {
  recordReview: async (context, call) => {
    const { id } = await here(context.tx, 'claim', call)
    return recordReview.within(context, { ...call.body, claim: id })
  },
  editReview: (context, { body, part, version }) =>
    editReview.within(context, { ...body, id: part('review'), version }),
  withdrawReview: (context, { body, part, version }) =>
    withdrawReview.within(context, { ...body, id: part('review'), version }),
}

export const SCALE_READS: Readers<'listScales' | 'getScale'> = {
  listScales: async (call): Promise<Read> => {
    const { db, query } = call
    const ref = query.get('publisher')
    const publisher = ref ? ((await named(db.reader, 'speaker', ref))?.id ?? ref) : null
    return paged('scales', call, await listScales(db, { publisher, ...pageOf(query) }))
  },
  getScale: async ({ db, part }): Promise<Read> => {
    const scale = await getScale(db, part('scale'))
    return scale ? { kind: 'found', json: scale } : { kind: 'missing' }
  },
}

export const SCALE_WRITES: Writers<'recordScale'> = {
  recordScale: (context, { body }) => recordScale.within(context, body),
}
