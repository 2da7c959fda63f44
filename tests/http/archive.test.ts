import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { signIn } from '../support/accounts'
import { unpacked } from '../support/archives'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-record-archive-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const get = (path: string, cookie?: string) =>
  fetch(inject('site') + path, { redirect: 'manual', headers: cookie ? { Cookie: cookie } : {} })

it('an admin downloads the ledger, whole or what readers may see', async () => {
  const { cookie } = await signIn(inject('site'), 'admin')
  expect(await (await get('/desk/archive', cookie)).text()).toContain('Download the whole ledger')
  for (const kind of ['full', 'public']) {
    const response = await get(`/desk/archive/${kind}`, cookie)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/zip')
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="on-record-[a-z]+-[\d-]+\.zip"$/,
    )
    expect(response.headers.get('cache-control')).toBe('no-store')
    const path = join(folder, `${kind}.zip`)
    writeFileSync(path, Buffer.from(await response.arrayBuffer()))
    const files = await unpacked(path)
    expect(JSON.parse(files['manifest.json'] ?? '')).toMatchObject({ format: 'on-record-archive', kind })
    expect(files['rows/claims.jsonl']?.split('\n').length).toBeGreaterThan(42)
  }
  expect((await get('/desk/archive/other', cookie)).status).toBe(404)
})

it('nobody else does', async () => {
  for (const role of ['contributor', 'editor', 'reviewer'] as const) {
    const { cookie } = await signIn(inject('site'), role)
    for (const kind of ['full', 'public'])
      expect((await get(`/desk/archive/${kind}`, cookie)).status, `${role} ${kind}`).toBe(403)
    expect(await (await get('/desk/archive', cookie)).text()).not.toContain('Download')
  }
  const visitor = await get('/desk/archive/full')
  expect(visitor.status).toBe(303)
  expect(visitor.headers.get('location')).toContain('/sign-in')
})
