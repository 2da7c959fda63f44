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

const run = async (script) => {
  const made = await bundled(`scripts/${script}.ts`).catch(() => process.exit(1))
  await import(pathToFileURL(made).href)
}

// Everything else is bundled from the database clients too, which a fresh checkout does not have yet.
await run('setup')
const file = await bundled(`scripts/${name}.ts`).catch(() => process.exit(1))
process.setSourceMapsEnabled(true)
process.argv = [process.execPath, entry, ...options]
await import(pathToFileURL(file).href)
