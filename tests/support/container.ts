/** What the Dockerfile puts into the image, laid out in a folder: the same files, without the development packages. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The last stage of the Dockerfile: what is copied, the settings, and what is run. */
export const lastStage = () => {
  const text = readFileSync('Dockerfile', 'utf8').replace(/\\\n\s*/g, '')
  const lines = text.slice(text.lastIndexOf('\nFROM ')).split('\n')
  const after = (word: string) =>
    lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1))
  const copies = after('COPY').map((line) => line.split(' '))
  return {
    copied: copies.flatMap((words) => words.slice(1, -1).map((path) => path.replace(/^\/app\//, ''))),
    from: copies.map(([from]) => from),
    env: Object.fromEntries(
      after('ENV').flatMap((line) =>
        line
          .trim()
          .split(/\s+/)
          .map((pair) => pair.split('=') as [string, string]),
      ),
    ),
    user: after('USER'),
    command: JSON.parse(after('CMD')[0] ?? '[]') as string[],
    health: after('HEALTHCHECK').join(' '),
  }
}

/** Hard links where the system has them: the packages are many. */
const copy = (from: string, to: string): void => {
  mkdirSync(dirname(to), { recursive: true })
  if (process.platform === 'linux') execFileSync('cp', ['-al', from, to])
  else cpSync(from, to, { recursive: true, verbatimSymlinks: true })
}

/** Packages that only development needs, by the lock file. */
export const developmentPackages = (): string[] => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean }>
  }
  return Object.keys(packages).filter((path) => packages[path]?.dev)
}

/** The command by which the Dockerfile leaves them out; here it asks no registry and runs nothing. */
const prune = (folder: string): void => {
  const [command = ''] = /npm prune [^\n]+/.exec(readFileSync('Dockerfile', 'utf8')) ?? []
  const [npm = '', ...options] = command.trim().split(' ')
  execFileSync(npm, [...options, '--offline', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: 'ignore',
    shell: process.platform === 'win32',
  })
}

/** Lays the files out in an empty folder. */
export const layOut = (into: string): void => {
  const dist = process.env.NEXT_DIST_DIR ?? '.next'
  // The bundles of scripts say where they were made.
  for (const path of lastStage().copied.filter((path) => path !== '.cache'))
    copy(path === '.next' ? dist : path, join(into, path))
  prune(into)
}

/** Runs a program with a folder that the system lets nobody write to: in a view of the files of its own. */
const READ_ONLY = [
  'unshare',
  '-rm',
  'sh',
  '-c',
  'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && cd "$0" && exec "$@"',
]

/**
 * Words to be put before a command, so that it cannot write to a folder, as with `read_only` in compose.yaml.
 * @returns none where this system gives nobody a view of their own, as some do
 */
export const withReadOnly = (folder: string): string[] => {
  const words = [...READ_ONLY, folder]
  const [program = '', ...rest] = [...words, 'sh', '-c', '! touch written']
  return spawnSync(program, rest, { stdio: 'ignore' }).status === 0 ? words : []
}

/** Every file below a folder, with when it was written. */
export const writtenFiles = (folder: string, below = ''): Map<string, number> => {
  const found = new Map<string, number>()
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = join(below, entry.name)
    if (path === 'node_modules') continue
    if (entry.isDirectory()) for (const [name, at] of writtenFiles(folder, path)) found.set(name, at)
    else if (entry.isFile()) found.set(path, statSync(join(folder, path)).mtimeMs)
  }
  return found
}
