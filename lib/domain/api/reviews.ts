/** Verdicts in words, by a named reviewer. */
import { z } from 'zod'
import { reviewInput, scaleInput } from '../input/review'
import { operation } from './operation'
import { because, count, listOf, maybe, reason, recordOf, savedPart, text } from './parts'

const state = z.enum(['draft', 'published']).default('published').describe('whether readers see it')

/** A verdict as it is read back: every field is there. */
const reviewRecord = z.object({
  reviewer: text('the id of the speaker whose verdict it is'),
  ratingText: text('the verdict in words'),
  ratingValue: z.number().nullable().describe('the number on the scale'),
  scale: maybe('the id of the scale'),
  summary: maybe('why'),
  url: maybe('where it was published'),
  title: maybe('under what title'),
  language: text('in which language'),
  reviewedOn: text('when; EDTF'),
})
const review = recordOf(reviewRecord, {
  claim: text('the id of the claim'),
  state: text('draft, published or withdrawn'),
})

const scale = z.object({
  id: text('its id; `scale` of a verdict names it'),
  publisher: z
    .object({ id: text('its id'), slug: text('the last part of its address'), name: text('its name') })
    .describe('who gives verdicts on it'),
  name: text('its name'),
  best: z.number().describe('the best number'),
  worst: z.number().describe('the worst number; it may be the greater one'),
  labels: z
    .array(z.object({ value: z.number().describe('the number'), text: text('the words') }))
    .describe('the words that stand for numbers'),
})

export const SCALES = {
  listScales: operation({
    method: 'GET',
    path: '/scales',
    summary: 'Lists the scales on which publishers give their verdicts.',
    scope: null,
    query: {
      publisher: 'Whose; an id, or the last part of a speaker’s address.',
      per: 'Scales on a page, 10 to 200.',
      after: 'Where the page begins; taken from `links.next`.',
    },
    status: 200,
    answer: listOf(scale),
  }),
  getScale: operation({
    method: 'GET',
    path: '/scales/{scale}',
    summary: 'Gives a scale.',
    scope: null,
    status: 200,
    answer: scale,
  }),
  recordScale: operation({
    method: 'POST',
    path: '/scales',
    summary: 'Records a scale of a publisher; for admins.',
    scope: 'reviews',
    body: scaleInput,
    status: 201,
    answer: z.object({ id: text('its id, for good') }),
    example: { publisher: 'SPEAKER-ID', name: 'Five steps', best: 5, worst: 1 },
  }),
}

export const REVIEWS = {
  listReviews: operation({
    method: 'GET',
    path: '/claims/{claim}/reviews',
    summary: 'Lists the verdicts on a claim; those that are not published only to whoever may write them.',
    scope: null,
    standing: true,
    status: 200,
    answer: z.object({
      total: z.object({ n: count('how many'), exact: z.literal(true) }),
      data: z.array(review).describe('the latest first'),
    }),
  }),
  getReview: operation({
    method: 'GET',
    path: '/reviews/{review}',
    summary: 'Gives a verdict.',
    scope: null,
    status: 200,
    answer: review,
  }),
  recordReview: operation({
    method: 'POST',
    path: '/claims/{claim}/reviews',
    summary: 'Records a verdict on a claim.',
    scope: 'reviews',
    body: reviewInput.extend({ state }),
    status: 201,
    answer: savedPart,
    example: { reviewer: 'SPEAKER-ID', ratingText: 'Mostly true', reviewedOn: '2024-06-02' },
  }),
  editReview: operation({
    method: 'PUT',
    path: '/reviews/{review}',
    summary: 'Replaces a verdict; once it is published, with a reason.',
    scope: 'reviews',
    versioned: true,
    body: reviewInput.extend({ state, reason }),
    status: 200,
    answer: savedPart,
  }),
  withdrawReview: operation({
    method: 'POST',
    path: '/reviews/{review}/withdraw',
    summary: 'Takes a verdict back.',
    scope: 'reviews',
    versioned: true,
    body: because,
    status: 200,
    answer: savedPart,
  }),
}
