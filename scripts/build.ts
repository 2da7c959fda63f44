/** The build, and whether it has to be done again. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../lib/db/schema'

export const NEXT = join(ROOT, 'node_modules', 'next', 'dist', 'bin', 'next')

/** What the build is made of. */
const INPUTS = [
  'app',
  'lib',
  'messages',
  'public',
  'prisma/schema.prisma',
  'instrumentation.ts',
  'next.config.ts',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
  'package-lock.json',
]

const files = (path: string): string[] => {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.name !== 'generated')
    .flatMap((entry) => files(join(path, entry.name)))
}

const hashOfInputs = (): string => {
  const hash = createHash('sha256').update(process.version)
  for (const path of INPUTS.flatMap((input) => files(join(ROOT, input))).sort())
    hash.update(path.slice(ROOT.length)).update('\0').update(readFileSync(path))
  return hash.digest('hex')
}

/** Builds unless the last build was made from the same files. @throws when the build fails */
export const buildIfChanged = (): void => {
  const stamp = join(ROOT, process.env.NEXT_DIST_DIR ?? '.next', 'on-record.sha256')
  const hash = hashOfInputs()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  console.log('Building, because the sources changed since the last build …')
  const build = spawnSync(process.execPath, [NEXT, 'build'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (build.status !== 0) throw new Error('The build failed; what is printed above says why.')
  writeFileSync(stamp, hash)
}
