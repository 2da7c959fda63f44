/**
 * node scripts/launch.mjs <script> [options]: runs scripts/<script>.ts. The one way in which scripts are run.
 *
 * It bundles the script and what it imports from the project into one file under .cache/scripts, named by its
 * content, and runs that; packages stay where they are. Loaders that translate file by file keep the names of
 * functions with a helper that runs for every closure that is made, which costs hot code up to half of its speed.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [, , name = '', ...options] = process.argv
const entry = join(root, 'scripts', `${name}.ts`)
if (!/^[a-z-]+$/.test(name) || !existsSync(entry)) {
  console.error(`There is no script “${name}” in scripts/.`)
  process.exit(2)
}

/** A file that asks where it stands is told its own place, not the bundle's. */
const places = {
  name: 'places',
  setup: (bundler) =>
    bundler.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8')
      if (!contents.includes('import.meta.url')) return null
      const url = JSON.stringify(pathToFileURL(path).href)
      return { contents: contents.replaceAll('import.meta.url', url), loader: 'ts' }
    }),
}

const { outputFiles } = await build({
  entryPoints: [entry],
  absWorkingDir: root,
  outfile: join(root, '.cache', 'scripts', 'script.mjs'),
  write: false,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: 'inline',
  sourcesContent: false,
  plugins: [places],
  logLevel: 'error',
}).catch(() => process.exit(1))

const [bundle] = outputFiles
const hash = createHash('sha256').update(bundle.contents).digest('hex').slice(0, 16)
const file = join(root, '.cache', 'scripts', `${name}-${hash}.mjs`)
if (!existsSync(file)) {
  mkdirSync(dirname(file), { recursive: true })
  // Two that start together write the same; renamed, neither reads half of it.
  writeFileSync(`${file}.${process.pid}`, bundle.contents)
  renameSync(`${file}.${process.pid}`, file)
}

process.setSourceMapsEnabled(true)
process.argv = [process.execPath, entry, ...options]
await import(pathToFileURL(file).href)
