import { z } from 'zod'
import type { Tx } from '../db/client'
import { type LinkKept, linkKept } from '../db/records'
import { takeTurn } from '../db/turns'
import { linkInput } from '../domain/input/claim'
import { type Context, command, stop } from './command'
import { dependentsOf } from './dependents'
import { changesBetween, writeEvent } from './events'
import { linkColumns, linkTitle, requireLinkEnds } from './links'
import { settle, settleBackground } from './settle'
import { changing, refuseStale, requireReason, withdrawing } from './stale'

const linkHere = async ({ tx }: Context, id: string): Promise<LinkKept> =>
  (await linkKept(tx, id)) ?? stop({ code: 'not_found', sentence: 'This link is not recorded here.' })

/** The claims that may change with a link: what rests on where it starts, and what it is limited to. */
const restingOn = async (tx: Tx, id: string, from: readonly string[]): Promise<string[]> => {
  const joined = await tx.linkClaim.findMany({ where: { linkId: id }, select: { claimId: true } })
  return [...(await dependentsOf(tx, from)), ...joined.map(({ claimId }) => claimId)]
}

/** Derives what depended on the link before the change or does now. */
const settleLink = async (
  context: Context,
  eventId: string,
  link: { id: string; from: readonly string[]; before: readonly string[] },
) => {
  const { tx } = context
  const joined = await tx.linkClaim.findMany({ where: { linkId: link.id }, select: { claimId: true } })
  const also = joined.map(({ claimId }) => claimId)
  const ids = [...new Set([...link.before, ...(await restingOn(tx, link.id, link.from))])].sort()
  const background = await settleBackground(context, eventId, ids, 'to')
  const change = { eventId, subjectId: link.id, nodes: link.from, also }
  const settled = await settle(context, change, ids)
  return { ...settled, moved: [...background, ...settled.moved] }
}

/** Changes what a link says: its ends, its mode, its terms. It stays limited to the claims that it was limited to. */
export const editLink = command(
  z.intersection(linkInput, z.object(changing)),
  'edit',
  () => ({ kind: 'link' }),
  async (context, input) => {
    const { tx } = context
    await takeTurn(tx)
    const before = await linkHere(context, input.id)
    await refuseStale(input.version, before.version, async () => before)
    if (before.withdrawn)
      stop({ code: 'gone', sentence: 'This link was withdrawn; restore it before you change it.' })
    const { from, to, mode, basis, capacity, capacityOrg, wording } = input
    const record = { from, to, mode, basis, capacity, capacityOrg, wording }
    await requireLinkEnds(tx, [record])
    const { summary, shelf } = await linkTitle(tx, record)
    requireReason(shelf, input.reason)
    const same = { id: before.id, version: before.version, moved: [], job: null }
    if (changesBetween({ ...before.record }, record).length === 0) return same
    const starts = [...new Set([before.record.from, from])]
    const resting = await restingOn(tx, before.id, starts)
    const version = before.version + 1
    await tx.link.update({ where: { id: before.id }, data: { ...linkColumns(record), version } })
    const eventId = await writeEvent(context, {
      kind: 'link.edited',
      subjectKind: 'link',
      subjectId: before.id,
      version,
      shelf,
      summary,
      reason: input.reason,
      before: { ...before.record },
      after: record,
    })
    const link = { id: before.id, from: starts, before: resting }
    return { ...same, version, ...(await settleLink(context, eventId, link)) }
  },
)

const placing = (kind: string, withdrawn: boolean, already: string) =>
  command(
    z.object(withdrawing),
    'withdraw',
    () => ({ kind: 'link' }),
    async (context, input) => {
      const { tx, at } = context
      await takeTurn(tx)
      const before = await linkHere(context, input.id)
      await refuseStale(input.version, before.version, async () => before)
      if (before.withdrawn === withdrawn) stop({ code: 'blocked', sentence: already })
      const { from, to } = before.record
      if (!withdrawn) await requireLinkEnds(tx, [before.record])
      const resting = await restingOn(tx, before.id, [from])
      const version = before.version + 1
      await tx.link.update({
        where: { id: before.id },
        data: { withdrawnAt: withdrawn ? at : null, version },
      })
      const { summary, shelf } = await linkTitle(tx, before.record)
      const eventId = await writeEvent(context, {
        kind,
        subjectKind: 'link',
        subjectId: before.id,
        version,
        shelf,
        summary,
        reason: input.reason,
        // Both ends stand in the record, so that no history names whom it must not.
        before: { from, to, withdrawn: before.withdrawn },
        after: { from, to, withdrawn },
      })
      const link = { id: before.id, from: [from], before: resting }
      return { id: before.id, version, ...(await settleLink(context, eventId, link)) }
    },
  )

/** Takes back a link that was entered in error; every claim that rested on it is derived anew. */
export const withdrawLink = placing('link.withdrawn', true, 'This link is withdrawn already.')
/** Puts a withdrawn link back. */
export const restoreLink = placing('link.restored', false, 'This link stands already.')
