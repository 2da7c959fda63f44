/** The page of the system: for admins, and for nobody else. */
import { expect, inject, it } from 'vitest'
import { newId } from '../../lib/domain/ids'
import { onSite, post, signIn } from '../support/accounts'

const page = async (cookie: string) =>
  (await fetch(`${inject('site')}/desk/system`, { headers: { Cookie: cookie } })).text()

it('shows admins what failed, and has it tried again', async () => {
  const { cookie } = await signIn(inject('site'), 'admin')
  const id = newId()
  const at = new Date()
  const job = {
    id,
    kind: 'rederive',
    input: '{"ids":[]}',
    state: 'failed',
    error: `It was ${id}.`,
    byName: 'Ada',
  }
  await onSite((db) => db.writer.job.create({ data: { ...job, createdAt: at, finishedAt: at } }))
  const shown = await page(cookie)
  expect(shown).toContain(`It was ${id}.`)
  expect(shown).toContain('SQLite')
  const answer = await post(inject('site'), '/desk/jobs/retry', { id, from: 'system' }, { cookie })
  expect(answer.headers.get('location')).toBe('/desk/system')
  expect(await page(cookie)).not.toContain(`It was ${id}.`)
})

it('shows others nothing of it', async () => {
  const { cookie } = await signIn(inject('site'), 'reviewer')
  const shown = await page(cookie)
  expect(shown).toContain('Only admins see how the system is.')
  expect(shown).not.toContain('SQLite')
})
