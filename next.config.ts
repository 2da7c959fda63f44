import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

/**
 * The address of data ends with its form, which no folder of routes can say: `/claims.json` is served by app/data
 * (docs/decisions/0090). No slug has a dot. The proxy leaves out the same addresses.
 */
const FOLDER = ':folder(claims|speakers|sources|topics)'
const DATA = ['', '/:slug([^/.]+)', '/:slug([^/.]+)/v/:version(\\d+)'].flatMap((rest) => {
  const within = rest.replace('/v/', '/').replace(/\([^)]*\)/g, '')
  return [
    { source: `/${FOLDER}${rest}.feed.json`, destination: `/data/:folder/feed${within}` },
    {
      source: `/${FOLDER}${rest}.:format(json|jsonl|csv|atom)`,
      destination: `/data/:folder/:format${within}`,
    },
  ]
})

/** Pages of figures, and what happened in public, stand there without feeds. */
const FIGURES = {
  source: '/:folder(matrix|over-time|compare|changes).:format(json|csv)',
  destination: '/data/:folder/:format',
}

const config: NextConfig = {
  rewrites: async () => ({ beforeFiles: [...DATA, FIGURES], afterFiles: [], fallback: [] }),
  reactCompiler: true,
  typedRoutes: true,
  poweredByHeader: false,
  // Else the proxy is told another name of this machine than the router has, and what it sends to another page goes out
  // and comes in again as a request of its own: by TLS, which nobody speaks here, where a proxy before us did.
  skipProxyUrlNormalize: true,
  // Two builds can stand side by side: the tests' own, and the one that is served.
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  // Drivers with native parts, or that load files by their path, stay outside the bundle.
  serverExternalPackages: [
    '@resvg/resvg-wasm',
    'better-sqlite3',
    'pg',
    'pino',
    'prom-client',
    '@prisma/client',
    '@prisma/adapter-better-sqlite3',
    '@prisma/adapter-pg',
    '@prisma/schema-engine-wasm',
  ],
  // `npm test` type-checks everything, tests included; a build has only what production installs.
  typescript: { ignoreBuildErrors: true },
}

export default createNextIntlPlugin('./lib/web/i18n.ts')(config)
