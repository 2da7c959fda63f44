/**
 * Looks at pages of a served site: `npx tsx tests/support/shots.ts <address> <folder> <path>…` writes a picture of
 * each, wide and as on a phone, light and dark, and says what the browser complained of.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launch } from '../e2e/browser'

const SCREENS = { wide: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } }

const [site = 'http://127.0.0.1:3000', folder = 'shots', ...paths] = process.argv.slice(2)
mkdirSync(folder, { recursive: true })
const browser = await launch()
for (const [screen, viewport] of Object.entries(SCREENS))
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await browser.newPage({ viewport, colorScheme })
    page.on('console', (message) => console.log(`${message.type()}: ${message.text()}`))
    for (const path of paths.length > 0 ? paths : ['/']) {
      await page.goto(site + path, { waitUntil: 'networkidle' })
      const name = path.replace(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'overview'
      await page.screenshot({ path: join(folder, `${name}-${screen}-${colorScheme}.png`), fullPage: true })
    }
    await page.close()
  }
await browser.close()
