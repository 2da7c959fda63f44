/** Pages in the language that a reader chose, or that the browser asks for. */
import { describe, expect, inject, it } from 'vitest'

const site = inject('readingSite')
const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(site + path, { headers })
  return { status: response.status, html: await response.text() }
}

describe('the language of pages', () => {
  it('is the one that the browser asks for, with its direction', async () => {
    expect((await get('/claims')).html).toContain('<html lang="en" dir="ltr"')
    const { html } = await get('/claims', { 'Accept-Language': 'ar-EG, en;q=0.3' })
    expect(html).toContain('<html lang="ar" dir="rtl"')
    // The way back, by its own name.
    expect(html).toContain('>English</button>')
  })

  it('is the one that was chosen at the foot of a page, and the reader stays where it was chosen', async () => {
    const here = `${site}/claims?status=untraced`
    const chosen = await fetch(`${site}/language`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: site, Referer: here, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'language=ar',
    })
    expect(chosen.status).toBe(303)
    expect(chosen.headers.get('location')).toBe('/claims?status=untraced')
    const cookie = String(chosen.headers.get('set-cookie')).split(';')[0] as string
    const { html } = await get('/claims', { Cookie: cookie, 'Accept-Language': 'en' })
    expect(html).toContain('<html lang="ar" dir="rtl"')
  })

  it('says why a claim has its status', async () => {
    const { html: list } = await get('/claims?status=anonymous_only')
    const path = /href="(\/claims\/[a-z0-9-]+)"/.exec(list)?.[1] ?? ''
    const { status, html } = await get(path, { 'Accept-Language': 'ar' })
    expect(status).toBe(200)
    expect(html).toContain('لا يستند هذا إلا إلى مصادر لم تُسمَّ')
  })

  it('is that of the page for what is gone or never was', async () => {
    const { status, html } = await get('/claims/nothing-of-the-kind', { 'Accept-Language': 'ar' })
    expect(status).toBe(404)
    expect(html).toContain('lang="ar"')
  })
})
