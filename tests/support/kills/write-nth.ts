/** Writes that are numbered: whoever sends one again makes it once. */
import { recordClaim } from '../../../lib/commands/claims/record'
import { answerOnce, requestHash } from '../../../lib/commands/kept-answers'
import { setSourceStatus } from '../../../lib/commands/sources'
import { recordTopic } from '../../../lib/commands/topics'
import type { Database } from '../../../lib/db/client'
import { must } from '../../../seeds/must'
import { userOf } from '../small-ledger'

/** Writers at once. */
export const LANES = 4

export const keyOf = (lane: number, n: number): string => `${lane}-${n}`

/** Makes the n-th write of a lane: a topic, a claim that rests on the register, or the register's retraction. */
export const writeNth = async (db: Database, lane: number, n: number): Promise<void> => {
  const key = keyOf(lane, n)
  const once = { who: 'key:writer', key, requestHash: requestHash([key]) }
  const answer = await answerOnce(db, userOf('admin'), once, async (context) => {
    if (n % 3 === 0) await recordTopic.within(context, { id: `topic-${key}`, name: `Topic ${key}` })
    else if (n % 3 === 1 || lane > 0)
      await recordClaim.within(context, {
        id: `claim-${key}`,
        statement: `Claim ${key} is so.`,
        speaker: lane % 2 ? 'director' : 'other',
        evidence: [{ relation: 'supports', target: 'register' }],
      })
    else {
      const { version, status } = await context.tx.source.findUniqueOrThrow({ where: { id: 'register' } })
      await setSourceStatus.within(context, {
        id: 'register',
        version,
        status: status === 'retracted' ? 'current' : 'retracted',
        reason: `Reason ${key}.`,
      })
    }
    return { status: 201, headers: {}, body: JSON.stringify({ key }) }
  })
  must(answer, key)
}
