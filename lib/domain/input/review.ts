import { z } from 'zod'
import { address, edtf, id, language, line, maybe, prose } from './parts'

/** A verdict in words by a named reviewer. It says whether a claim is so; no rule computes it (rules.md §1, Review). */
export const reviewInput = z.object({
  /** The person or organization whose verdict it is. */
  reviewer: id,
  ratingText: line(200, 'The verdict'),
  /** A number on the reviewer's scale; only with one. */
  ratingValue: z.number().finite().nullable().default(null),
  scale: maybe(id),
  summary: maybe(prose(4000, 'The summary')),
  url: maybe(address),
  title: maybe(line(300, 'The title')),
  language: language.default('en'),
  reviewedOn: edtf,
})

export type ReviewInput = z.input<typeof reviewInput>
export type ReviewRecord = z.infer<typeof reviewInput>

/** The numbers that a reviewer gives, with the words that stand for them. */
export const scaleInput = z
  .object({
    id: id.optional(),
    publisher: id,
    name: line(200, 'The name of the scale'),
    best: z.number().finite(),
    worst: z.number().finite(),
    labels: z
      .array(z.object({ value: z.number().finite(), text: line(120, 'A label') }))
      .max(50)
      .default([]),
  })
  .superRefine(({ best, worst, labels }, context) => {
    if (best === worst)
      context.addIssue({
        code: 'custom',
        path: ['worst'],
        message: 'The best and the worst rating must differ.',
      })
    labels.forEach(({ value }, i) => {
      if (!isOnScale(value, { best, worst }))
        context.addIssue({
          code: 'custom',
          path: ['labels', i, 'value'],
          message: `A label stands between ${Math.min(best, worst)} and ${Math.max(best, worst)}.`,
        })
      else if (labels.findIndex((other) => other.value === value) < i)
        context.addIssue({
          code: 'custom',
          path: ['labels', i, 'value'],
          message: 'Two labels stand for the same number; keep one of them.',
        })
    })
  })

/** Whether a number lies on a scale; the best may be the smaller end. */
export const isOnScale = (value: number, { best, worst }: { best: number; worst: number }): boolean =>
  value >= Math.min(best, worst) && value <= Math.max(best, worst)
