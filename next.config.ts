import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  reactCompiler: true,
  typedRoutes: true,
  poweredByHeader: false,
  // Two builds can stand side by side: the tests' own, and the one that is served.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  // Drivers with native parts, or that load files by their path, stay outside the bundle.
  serverExternalPackages: [
    'better-sqlite3',
    'pg',
    'pino',
    '@prisma/client',
    '@prisma/adapter-better-sqlite3',
    '@prisma/adapter-pg',
    '@prisma/schema-engine-wasm',
  ],
  // `npm test` type-checks everything, tests included; a build has only what production installs.
  typescript: { ignoreBuildErrors: true },
}

export default createNextIntlPlugin('./lib/web/i18n.ts')(config)
