/** The shapes of data that leave the ledger: of its twins, its exports and its API. Additive only (docs/data.md). */
export * from './claim'
export * from './columns'
export * from './envelope'
export * from './figures'
export * from './history'
export * from './parts'
export * from './records'
export * from './refs'
