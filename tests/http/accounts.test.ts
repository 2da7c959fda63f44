import { expect, inject, it } from 'vitest'
import { PASSWORD, post, signIn } from '../support/accounts'

const site = () => inject('site')
const get = (path: string, cookie = '') =>
  fetch(site() + path, { redirect: 'manual', headers: cookie ? { Cookie: cookie } : {} })

it('signs in and out', async () => {
  const { cookie, user } = await signIn(site(), 'editor', { name: 'Ines Alder' })
  expect(await (await get('/', cookie)).text()).toContain('Ines Alder')
  expect(await (await get('/')).text()).not.toContain('Ines Alder')
  const out = await post(site(), '/sign-out', {}, { cookie })
  expect(out.status).toBe(303)
  expect(await (await get('/', cookie)).text()).not.toContain('Ines Alder')
  const response = await post(site(), '/sign-in/submit', { email: user.email, password: `${PASSWORD}!` })
  expect(response.headers.get('location')).toContain('error=wrong')
})
