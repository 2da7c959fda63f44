/** Whose a file is, in the terms in which one thinks about the time of a request. */

const LIBRARIES: [RegExp, string][] = [
  [/^wasm:/, 'Prisma'],
  [/node_modules\/next\/dist\/compiled\/react|node_modules\/react(-dom)?\//, 'React'],
  // Next brings React's server renderer inside its own bundles of a page's runtime.
  [/next\/dist\/(compiled|server)\/.*(app-page|react-server-dom)/, 'React and Next, bundled'],
  // The last two are files of intl-messageformat, whose maps name no package.
  [
    /node_modules\/(next-intl|use-intl|@formatjs|intl-messageformat|icu-minify|core\.ts|formatters\.ts)/,
    'messages (next-intl)',
  ],
  [/node_modules\/next\//, 'Next'],
  [/node_modules\/(@?prisma)/, 'Prisma'],
  [/node_modules\/(better-sqlite3|pg|pg-[a-z]+)\//, 'driver'],
  [/^node:/, 'Node'],
]

/** @param place as `placesOf` gives it @returns one of our folders, a library, or a state of the process */
export const ownerOf = (place: string): string => {
  if (place.startsWith('(')) return place
  for (const [pattern, name] of LIBRARIES) if (pattern.test(place)) return name
  const library = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(place)?.[1]
  if (library) return library
  if (place.startsWith('lib/db/generated/')) return 'Prisma'
  const ours = /^(lib|app)\/[^/]+(?=\/)/.exec(place)?.[0]
  return ours ?? (/^(app|lib)\/|^[a-z]+\.tsx?$/.test(place) ? place : 'other')
}

export const isOurs = (place: string): boolean =>
  /^(app|lib)\//.test(place) && !place.startsWith('lib/db/generated/')
