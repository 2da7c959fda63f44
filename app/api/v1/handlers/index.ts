/** The handler of every operation. One that is missing, or that answers something else, does not compile. */
import type { Readers, ReadId, WriteId, Writers } from '../call'
import { CLAIM_READS, CLAIM_WRITES } from './claims'
import { LINK_READS, LINK_WRITES } from './links'
import { RECORD_READS, RECORD_WRITES } from './records'
import { REVIEW_READS, REVIEW_WRITES, SCALE_READS, SCALE_WRITES } from './reviews'
import { WEBHOOK_READS, WEBHOOK_WRITES } from './webhooks'

export const READS: Readers<ReadId> = {
  ...CLAIM_READS,
  ...REVIEW_READS,
  ...SCALE_READS,
  ...RECORD_READS,
  ...LINK_READS,
  ...WEBHOOK_READS,
}
export const WRITES: Writers<WriteId> = {
  ...CLAIM_WRITES,
  ...REVIEW_WRITES,
  ...SCALE_WRITES,
  ...RECORD_WRITES,
  ...LINK_WRITES,
  ...WEBHOOK_WRITES,
}
