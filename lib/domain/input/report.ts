import { z } from 'zod'
import { id, line, maybe, prose } from './parts'

/** What a reader may say is wrong with a page. Nothing else of the reader is asked for or kept. */
export const reportInput = z.object({
  kind: z.enum(['claim', 'speaker', 'source', 'topic', 'page']),
  slug: z.string().min(1).max(200),
  /** Path and query of the view that it was seen on. */
  address: maybe(line(2_048, 'The address')),
  text: prose(2000, 'What is wrong'),
  contact: maybe(line(200, 'How to reach you')),
})

/** The state that the report had when the form was opened: of two who answer, the second is told. */
const was = z.enum(['open', 'answered', 'closed']).default('open')

export const answerInput = z.object({ id, was, answer: prose(2000, 'The answer') })
export const closeInput = z.object({ id, was, reason: prose(1000, 'The reason') })
