import { answerOnce, requestHash } from '../../lib/commands/kept-answers'
import { recordTopic } from '../../lib/commands/topics'
import type { Database } from '../../lib/db/client'
import { userOf } from './small-ledger'

/** Records the topic of a number, under the key of that number. */
export const recordOnce = (db: Database, n: number) =>
  answerOnce(
    db,
    userOf('editor'),
    { who: 'key:one', key: `${n}`, requestHash: requestHash([`${n}`]) },
    async (context) => {
      const topic = await recordTopic.within(context, { name: `Topic ${n}` })
      return { status: 201, headers: {}, body: JSON.stringify(topic) }
    },
  )
