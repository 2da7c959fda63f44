/** A process of its own that applies migrations which the code does not know: those of a round. */
import { writeSync } from 'node:fs'
import { applyMigrations } from '../../lib/db/migrate'
import { knownMigrations } from '../../lib/db/migrations'
import { targetOf } from '../../lib/db/url'
import { laterMigrations } from './kills/migrations'

const [, , url = '', round] = process.argv
writeSync(1, 'migrating\n')
const known = knownMigrations(targetOf(url).kind)
await applyMigrations(url, [...known, ...laterMigrations(targetOf(url).kind, Number(round))])
