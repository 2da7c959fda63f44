import { expect, it } from 'vitest'
import { isAway } from './away'
import { DatabaseUnavailable } from './url'

const withCode = (code: string) => Object.assign(new Error('…'), { code })
/** As Prisma's client hands on what an adapter made of a driver's error. */
const wrapped = (cause: object) =>
  Object.assign(withCode('P2010'), { meta: { driverAdapterError: { name: 'DriverAdapterError', cause } } })

it.each([
  withCode('P1001'),
  withCode('ECONNREFUSED'),
  withCode('57P01'),
  withCode('SQLITE_FULL'),
  withCode('SQLITE_IOERR_WRITE'),
  wrapped({ kind: 'DatabaseNotReachable' }),
  wrapped({ kind: 'postgres', originalCode: '53100' }),
  wrapped({ kind: 'sqlite', originalCode: 'SQLITE_BUSY' }),
  new Error('Connection terminated unexpectedly'),
  new DatabaseUnavailable('Gone.'),
  new Error('no job', { cause: new Error('no query', { cause: withCode('ECONNRESET') }) }),
])('knows a database that is away: %o', (error) => {
  expect(isAway(error)).toBe(true)
})

it.each([
  withCode('P2002'),
  withCode('SQLITE_CONSTRAINT_UNIQUE'),
  withCode('SQLITE_CORRUPT'),
  wrapped({ kind: 'postgres', originalCode: '42703' }),
  new TypeError('Cannot read properties of undefined'),
  new Error('The Connection terminated is a word here'),
  null,
  'ECONNRESET',
])('takes nothing else for one: %o', (error) => {
  expect(isAway(error)).toBe(false)
})
