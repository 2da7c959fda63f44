/** Keys for programs: shown once, scoped, and dead with their owner. */
import { describe, expect, it } from 'vitest'
import { makeKey, revokeKey, useKey } from '../../lib/commands/api-keys'
import { disableUser, enableUser } from '../../lib/commands/users'
import { API_KEY } from '../../lib/domain/input/api'
import { listKeys } from '../../lib/queries/api-keys'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'
import { addUsers, admin, everything, userOf } from '../support/small-ledger'

const editor = userOf('editor')
const DAY = 86_400_000

describeDatabases('keys for programs', (open) => {
  const begin = async () => {
    const db = await open()
    await addUsers(db)
    return db
  }
  const make = async (db: Awaited<ReturnType<typeof open>>, given: object = {}) =>
    must(
      await makeKey(db, editor, {
        ownerId: 'user-editor',
        name: 'Import',
        scopes: ['claims', 'read'],
        ...given,
      }),
      'key',
    )

  it('act as their owner, within their scopes', async () => {
    const db = await begin()
    const made = await make(db)
    expect(made.key).toMatch(API_KEY)
    expect(await useKey(db, made.key)).toEqual({
      id: made.id,
      name: 'Import',
      prefix: made.prefix,
      scopes: ['read', 'claims'],
      expiresAt: null,
      actor: { kind: 'user', id: 'user-editor', name: 'An editor', role: 'editor' },
    })
  })

  it('stand nowhere in the database, nor in what is told of them', async () => {
    const db = await begin()
    const { key } = await make(db)
    const rows = JSON.stringify(await everything(db))
    expect(rows).not.toContain(key)
    expect(rows).not.toContain(key.slice('onrec_'.length))
    expect(JSON.stringify(await listKeys(db, editor, 'user-editor'))).not.toContain(key)
  })

  it('are told of in the events of their account', async () => {
    const db = await begin()
    const { id } = await make(db)
    must(await revokeKey(db, admin, { id }), 'revoke')
    // A second time changes nothing.
    must(await revokeKey(db, admin, { id }), 'revoke')
    const events = await db.reader.event.findMany({
      where: { subjectId: 'user-editor' },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ kind, shelf, actorName }) => [kind, shelf, actorName])).toEqual([
      ['user.key_made', 'closed', 'An editor'],
      ['user.key_revoked', 'closed', 'An admin'],
    ])
  })

  it('stop working when they are revoked or have expired', async () => {
    const db = await begin()
    const revoked = await make(db)
    must(await revokeKey(db, editor, { id: revoked.id }), 'revoke')
    expect(await useKey(db, revoked.key)).toBeNull()
    const short = await make(db, { days: 7 })
    const now = Date.now()
    expect(await useKey(db, short.key, new Date(now + 6.9 * DAY))).not.toBeNull()
    expect(await useKey(db, short.key, new Date(now + 7.1 * DAY))).toBeNull()
    expect((await listKeys(db, editor, 'user-editor')).map(({ state }) => state)).toEqual([
      'works',
      'revoked',
    ])
  })

  it('stop working with the account of their owner, for good', async () => {
    const db = await begin()
    const { key } = await make(db)
    must(await disableUser(db, admin, { userId: 'user-editor' }), 'disable')
    expect(await useKey(db, key)).toBeNull()
    must(await enableUser(db, admin, { userId: 'user-editor' }), 'enable')
    expect(await useKey(db, key)).toBeNull()
    must(await disableUser(db, admin, { userId: 'user-editor' }), 'disable')
    const given = { ownerId: 'user-editor', name: 'Import', scopes: ['read'] } as never
    expect(await makeKey(db, admin, given)).toMatchObject({ refusal: { code: 'blocked' } })
  })

  it('have the role that their owner has now', async () => {
    const db = await begin()
    const { key } = await make(db)
    await db.writer.user.update({ where: { id: 'user-editor' }, data: { role: 'contributor' } })
    expect((await useKey(db, key))?.actor.role).toBe('contributor')
    await db.writer.user.update({ where: { id: 'user-editor' }, data: { role: 'nobody' } })
    expect(await useKey(db, key)).toBeNull()
  })

  it('note when they were used, at most once a minute', async () => {
    const db = await begin()
    const { id, key } = await make(db)
    const used = async (at: number) => {
      await useKey(db, key, new Date(at))
      return (await db.reader.apiKey.findUniqueOrThrow({ where: { id } })).lastUsedAt?.getTime()
    }
    const first = Date.now()
    expect(await used(first)).toBe(first)
    expect(await used(first + 59_000)).toBe(first)
    expect(await used(first + 61_000)).toBe(first + 61_000)
  })

  it('are nobody else’s to make, to revoke or to see', async () => {
    const db = await begin()
    const { id, key } = await make(db)
    for (const role of ['contributor', 'reviewer'] as const) {
      const other = userOf(role)
      const given = { ownerId: 'user-editor', name: 'Mine', scopes: ['read'] } as never
      expect(await makeKey(db, other, given)).toMatchObject({ refusal: { code: 'forbidden' } })
      expect(await revokeKey(db, other, { id })).toMatchObject({ refusal: { code: 'forbidden' } })
      expect(await listKeys(db, other, 'user-editor')).toEqual([])
      expect(await listKeys(db, other, null)).toEqual([])
    }
    expect(
      await makeKey(db, { kind: 'public' }, { ownerId: 'user-editor', name: 'x', scopes: ['read'] }),
    ).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    expect(await useKey(db, key)).not.toBeNull()
    expect(await listKeys(db, admin, null)).toHaveLength(1)
  })

  it('are refused without a name or a purpose, and beyond fifty', async () => {
    const db = await begin()
    const given = { ownerId: 'user-editor', name: 'Import', scopes: ['read'] }
    expect(await makeKey(db, editor, { ...given, name: ' ' } as never)).toMatchObject({
      refusal: { field: 'name' },
    })
    expect(await makeKey(db, editor, { ...given, scopes: [] } as never)).toMatchObject({
      refusal: { field: 'scopes' },
    })
    for (let made = 0; made < 50; made++) await make(db)
    expect(await makeKey(db, editor, given as never)).toMatchObject({ refusal: { code: 'blocked' } })
  })
})

describe('what is no key', () => {
  it.each(['', 'onrec_', 'onrec_short', `xnrec_${'a'.repeat(43)}`, `onrec_${'a'.repeat(44)}`])(
    '%s',
    async (text) => {
      // It is refused before any database is asked.
      expect(await useKey(null as never, text)).toBeNull()
    },
  )
})
