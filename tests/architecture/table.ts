/** The import table of the design (docs/architecture.md): each folder, and all that it may import. */
export interface Layer {
  name: string
  /** The first layer whose pattern matches a path owns the file. */
  path: RegExp
  /** Layers that it may import besides itself. */
  layers: string[]
  /** Packages that it may import; a name ending in / allows everything under it. */
  packages: string[] | 'any'
  /** Layers of which only types may be imported. */
  types?: string[]
}

export const TABLE: Layer[] = [
  {
    name: 'domain',
    path: /^lib\/domain\//,
    layers: [],
    packages: ['zod', 'edtf', 'diff', 'entities', 'fast-check', 'vitest'],
  },
  { name: 'generated', path: /^lib\/db\/generated\//, layers: [], packages: 'any' },
  {
    name: 'db',
    path: /^lib\/db\//,
    layers: ['domain', 'generated'],
    packages: ['@prisma/', 'better-sqlite3', 'pg', 'node:'],
  },
  {
    // Files of others, read into records: streams and parsers, no database and no rules.
    name: 'io',
    path: /^lib\/io\//,
    layers: ['domain'],
    packages: [
      'node:',
      'csv-parse',
      'csv-parse/',
      'stream-json',
      'stream-json/',
      'stream-chain',
      'yaml',
      'linkedom',
      'chardet',
      'iconv-lite',
    ],
  },
  {
    name: 'queries',
    path: /^lib\/queries\//,
    layers: ['domain', 'db', 'generated', 'io'],
    packages: ['node:', 'yazl'],
  },
  {
    name: 'commands',
    path: /^lib\/commands\//,
    layers: ['domain', 'db', 'generated', 'io'],
    packages: ['zod', 'node:', 'better-auth/crypto', 'otpauth', '@zxcvbn-ts/language-common', 'yauzl'],
  },
  {
    // The doors from a request to the database and its commands: the clients of this process, accounts, forms, and
    // the view that a page notes as used.
    name: 'web-doors',
    path: /^lib\/web\/(auth|database|forms|mail|metrics|recent-view|second-step|session|sign-in)/,
    layers: ['web', 'domain', 'queries', 'commands', 'db'],
    packages: 'any',
  },
  {
    name: 'web',
    path: /^lib\/web\//,
    layers: ['domain', 'queries', 'web-doors', 'messages'],
    packages: [
      'next',
      'next/',
      'next-intl',
      'next-intl/',
      'react',
      'pino',
      'server-only',
      'zod',
      'node:',
      '@resvg/resvg-wasm',
      'ipaddr.js',
      'negotiator',
    ],
    types: ['db'],
  },
  {
    name: 'kit',
    path: /^app\/_kit\//,
    layers: [],
    packages: ['react', 'next/link', 'next', 'lucide-react', '@base-ui/'],
  },
  {
    name: 'ledger',
    path: /^app\/_ledger\//,
    layers: ['kit', 'domain'],
    packages: [
      'react',
      'next/link',
      'next',
      'next-intl',
      'next-intl/',
      'lucide-react',
      '@dagrejs/',
      'd3-scale',
      'd3-shape',
      'diff',
      '@tanstack/react-table',
      '@tanstack/react-table/',
      '@tanstack/table-core/',
    ],
    types: ['queries'],
  },
  {
    // Twins and feeds: the same queries as the pages, in other forms.
    name: 'data',
    path: /^app\/data\//,
    layers: ['queries', 'domain', 'web', 'web-doors'],
    packages: ['csv-stringify/', 'feed', 'csv-parse/', 'fast-check', 'vitest'],
  },
  {
    // The API: the same queries and commands, for programs.
    name: 'api',
    path: /^app\/api\/v1\//,
    layers: ['data', 'queries', 'commands', 'domain', 'web', 'web-doors'],
    packages: ['next/', 'zod'],
    types: ['db'],
  },
  {
    name: 'actions',
    path: /^app\/.*actions\.ts$/,
    layers: ['web', 'commands', 'domain'],
    packages: ['next/', 'zod'],
  },
  {
    name: 'routes',
    path: /^app\/.*route\.tsx?$/,
    layers: ['queries', 'commands', 'domain', 'web', 'web-doors', 'cards'],
    // Archives are sent while they are made.
    packages: ['next/', 'csv-stringify/', 'feed', 'node:stream', 'node:stream/'],
  },
  {
    // Pictures for shared links: drawn outside of a page, of the same marks and words as pages.
    name: 'cards',
    path: /^app\/cards\//,
    layers: ['ledger', 'web', 'domain'],
    packages: ['react', 'next', 'next/', 'next-intl', 'next-intl/'],
    types: ['queries'],
  },
  {
    name: 'pages',
    path: /^app\//,
    layers: ['cards', 'kit', 'ledger', 'web', 'web-doors', 'queries', 'domain', 'actions', 'messages'],
    packages: ['react', 'lucide-react', 'next', 'next/', 'next-intl', 'next-intl/', '@fontsource-variable/'],
  },
  { name: 'messages', path: /^messages\//, layers: [], packages: [] },
  {
    name: 'seeds',
    path: /^seeds\//,
    layers: ['domain', 'db', 'queries', 'commands', 'web', 'generated'],
    packages: ['node:', 'zod'],
  },
  {
    name: 'scripts',
    path: /^scripts\//,
    layers: ['domain', 'db', 'queries', 'commands', 'web', 'seeds', 'generated', 'io'],
    packages: 'any',
  },
]

export const layerOf = (path: string): Layer | undefined => TABLE.find((layer) => layer.path.test(path))
