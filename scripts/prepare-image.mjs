/**
 * node scripts/prepare-image.mjs: makes what a start would make, so that a container starts on a read-only disk: the
 * build, and the bundles of the commands that are run in one (Dockerfile).
 */
import { pathToFileURL } from 'node:url'
import { bundled } from './bundle.mjs'

/** What is run where a server is, and what those run beside them. */
const SCRIPTS = [
  'setup',
  'start',
  'seed',
  'derive',
  'user',
  'export',
  'import',
  'backup',
  'restore',
  'generate-worker',
]

for (const script of SCRIPTS) await bundled(`scripts/${script}.ts`)
await import(pathToFileURL(await bundled('scripts/prepare-build.ts')).href)
