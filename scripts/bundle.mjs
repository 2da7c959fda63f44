/**
 * Bundles a TypeScript file and what it imports from the project into one file that node runs; packages stay where
 * they are. Loaders that translate file by file keep the names of functions with a helper that runs for every closure
 * that is made, which costs hot code up to half of its speed.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** A file that asks where it stands is told its own place, not the bundle's. */
const places = {
  name: 'places',
  setup: (bundler) =>
    bundler.onLoad({ filter: /\.(ts|mjs)$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8')
      if (!contents.includes('import.meta.url')) return null
      const url = JSON.stringify(pathToFileURL(path).href)
      return {
        contents: contents.replaceAll('import.meta.url', url),
        loader: path.endsWith('.ts') ? 'ts' : 'js',
      }
    }),
}

/**
 * @param {string} entry the file, from the root of the project
 * @returns {Promise<string>} the bundle, under .cache/scripts and named by its content
 * @throws where it cannot be bundled; esbuild has then printed why
 */
export const bundled = async (entry) => {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
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
  })
  const [{ contents }] = outputFiles
  const hash = createHash('sha256').update(contents).digest('hex').slice(0, 16)
  const file = join(root, '.cache', 'scripts', `${basename(entry, '.ts')}-${hash}.mjs`)
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    // Two that start together write the same; renamed, neither reads half of it.
    writeFileSync(`${file}.${process.pid}`, contents)
    renameSync(`${file}.${process.pid}`, file)
  }
  return file
}
