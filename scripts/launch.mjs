/** node scripts/launch.mjs <script> [options]: runs scripts/<script>.ts. The one way in which scripts are run. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundled } from './bundle.mjs'

const [, , name = '', ...options] = process.argv
const entry = join(dirname(fileURLToPath(import.meta.url)), `${name}.ts`)
if (!/^[a-z-]+$/.test(name) || !existsSync(entry)) {
  console.error(`There is no script “${name}” in scripts/.`)
  process.exit(2)
}

const file = await bundled(`scripts/${name}.ts`).catch(() => process.exit(1))
process.setSourceMapsEnabled(true)
process.argv = [process.execPath, entry, ...options]
await import(pathToFileURL(file).href)
