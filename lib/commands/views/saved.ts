/**
 * Views of the claims that somebody keeps under a name. They are their keeper's alone and no part of the ledger, so
 * no event tells of them: what a person looks for is nobody else's to read (decision 0085).
 */
import type { Tx } from '../../db/client'
import { type Actor, can } from '../../domain/actor'
import { newId } from '../../domain/ids'
import { renamedViewInput, SAVED_MOST, savedViewInput, withdrawnViewInput } from '../../domain/input/view'
import { sortForm } from '../../domain/sorting'
import { type Context, command, commandOn, stop } from '../command'

/**
 * The account of whoever keeps views. Its row is held until the end, so that of two views of one name that are saved
 * in the same moment one is refused.
 */
const keeper = async (tx: Tx, actor: Actor): Promise<string> => {
  const id = actor.kind === 'user' ? actor.id : ''
  const { count } = await tx.user.updateMany({ where: { id, disabledAt: null }, data: { disabledAt: null } })
  return count === 1
    ? id
    : stop({ code: 'forbidden', sentence: 'Only somebody with an account keeps views.' })
}

/** The name by which another is told apart; refuses one that another view of the same person has. */
const freeName = async (tx: Tx, ownerId: string, name: string, except?: string): Promise<string> => {
  // A name of signs alone has no form to be sorted by.
  const sortName = sortForm(name) || name
  const other = await tx.savedView.findFirst({
    where: { ownerId, withdrawnAt: null, sortName, ...(except ? { id: { not: except } } : {}) },
  })
  return other
    ? stop({
        code: 'duplicate',
        sentence: `You keep a view named “${other.name}” already; give this one another name.`,
        field: 'name',
      })
    : sortName
}

/** Keeps a view under a name. @returns its id, and the view's one address */
export const saveView = command(
  savedViewInput,
  'record',
  () => ({ kind: 'view' }),
  async ({ tx, actor, at }, { name, address }) => {
    const ownerId = await keeper(tx, actor)
    const kept = await tx.savedView.findMany({
      where: { ownerId, withdrawnAt: null },
      select: { name: true, address: true },
    })
    const same = kept.find((view) => view.address === address)
    if (same)
      stop({
        code: 'duplicate',
        sentence: `You keep this view already, as “${same.name}”.`,
        field: 'address',
      })
    if (kept.length >= SAVED_MOST)
      stop({
        code: 'blocked',
        sentence: `You keep ${SAVED_MOST} views, which is as many as fit; remove one that you no longer use.`,
      })
    const sortName = await freeName(tx, ownerId, name)
    const id = newId()
    await tx.savedView.create({
      data: { id, ownerId, name, sortName, address, createdAt: at, updatedAt: at },
    })
    return { id, address }
  },
)

/** A view that somebody keeps; another's, and one that was removed, is none. */
const own = async ({ tx, actor }: Context, { id }: { id: string }) =>
  (await tx.savedView.findFirst({ where: { id, ownerId: actor.kind === 'user' ? actor.id : '' } })) ??
  stop({ code: 'not_found', sentence: 'You keep no such view; perhaps it was removed.' })

/** Gives a view that one keeps another name. */
export const renameView = commandOn(
  renamedViewInput,
  own,
  (actor, { ownerId }) => can(actor, 'edit', { kind: 'view', ownerId }),
  async ({ tx, actor, at }, { id, version, name }, view) => {
    if (view.withdrawnAt)
      stop({ code: 'gone', sentence: 'You removed this view; save it again from the list.' })
    const sortName = await freeName(tx, await keeper(tx, actor), name, id)
    const { count } = await tx.savedView.updateMany({
      where: { id, version, withdrawnAt: null },
      data: { name, sortName, version: version + 1, updatedAt: at },
    })
    if (count === 0)
      stop({
        code: 'conflict',
        sentence: `You gave it the name “${view.name}” after this page was opened; send the form again to replace that.`,
        field: 'name',
      })
    return { id, version: version + 1 }
  },
)

/** Removes a view from those that one keeps; the row stays, with when. */
export const withdrawView = commandOn(
  withdrawnViewInput,
  own,
  (actor, { ownerId }) => can(actor, 'withdraw', { kind: 'view', ownerId }),
  async ({ tx, at }, { id }) => {
    await tx.savedView.updateMany({
      where: { id, withdrawnAt: null },
      data: { withdrawnAt: at, updatedAt: at, version: { increment: 1 } },
    })
    return { id }
  },
)
