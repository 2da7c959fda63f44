/**
 * npm run user -- add EMAIL NAME ROLE: invites somebody, and prints the link by which they choose a password.
 * npm run user -- role EMAIL ROLE · disable EMAIL · enable EMAIL: changes an account.
 * npm run user -- link EMAIL: prints a link to a new password.
 * npm run user -- one-step EMAIL: turns the second step of signing in off, where the app and the codes are lost.
 * npm run user -- list: prints every account.
 */
import { makeLink } from '../lib/commands/one-time-links'
import { removeSecondStep } from '../lib/commands/second-step'
import { disableUser, enableUser, setRole } from '../lib/commands/users'
import { type Database, openDatabase } from '../lib/db/client'
import { applyMigrations } from '../lib/db/migrate'
import type { Result } from '../lib/domain/result'
import { USER_ROLES, userRole } from '../lib/domain/vocabulary'
import { findUserByEmail, listPeople } from '../lib/queries/users'
import { siteUrl } from './address'
import { runScript } from './run'

const USAGE = `Use one of:
  npm run user -- add EMAIL NAME ROLE
  npm run user -- role EMAIL ROLE
  npm run user -- disable EMAIL
  npm run user -- enable EMAIL
  npm run user -- link EMAIL
  npm run user -- one-step EMAIL
  npm run user -- list
A role is ${USER_ROLES.join(', ')}.`

const ACTOR = { kind: 'system', name: 'the command line' } as const

/** What went through, or the end of the script with the sentence of the refusal. */
const done = <T>(result: Result<T>): T => {
  if (result.ok) return result.value
  throw new Error(result.refusal.sentence)
}

const roleOf = (text: string) => {
  const role = userRole.safeParse(text)
  if (role.success) return role.data
  throw new Error(`“${text}” is not a role; a role is ${USER_ROLES.join(', ')}.`)
}

const find = async (db: Database, email: string) => {
  const user = await findUserByEmail(db, email)
  if (user) return user
  throw new Error(`There is no account for ${email}. “npm run user -- list” shows them all.`)
}

const add = async (db: Database, email: string, name: string, role: string) => {
  const link = done(await makeLink(db, ACTOR, { purpose: 'invite', email, role: roleOf(role) }))
  console.log(`An invitation for ${link.email}. It works once, for a week:`)
  console.log(`${siteUrl()}/invite/${link.token}?${new URLSearchParams({ name })}`)
}

const role = async (db: Database, email: string, to: string) => {
  const { id, name } = await find(db, email)
  done(await setRole(db, ACTOR, { userId: id, role: roleOf(to) }))
  console.log(`${name} is ${to} now.`)
}

const disable = async (db: Database, email: string) => {
  const { id, name } = await find(db, email)
  done(await disableUser(db, ACTOR, { userId: id }))
  console.log(`${name} is signed out, and the account is disabled.`)
}

const enable = async (db: Database, email: string) => {
  const { id, name } = await find(db, email)
  done(await enableUser(db, ACTOR, { userId: id }))
  console.log(`${name} can sign in again.`)
}

const link = async (db: Database, email: string) => {
  const user = await find(db, email)
  const { token } = done(await makeLink(db, ACTOR, { purpose: 'reset', userId: user.id }))
  console.log(`A link to a new password for ${user.name}. It works once, for a day:`)
  console.log(`${siteUrl()}/reset/${token}`)
}

const oneStep = async (db: Database, email: string) => {
  const user = await find(db, email)
  done(await removeSecondStep(db, ACTOR, { userId: user.id }))
  console.log(`${user.name} signs in with the password alone, and is signed out everywhere.`)
}

const list = async (db: Database) => {
  const people = await listPeople(db, ACTOR)
  if (people.length === 0) console.log('There is no account yet.')
  for (const { email, name, role, disabledAt } of people)
    console.log([email, name, role, ...(disabledAt ? ['disabled'] : [])].join('\t'))
}

/** What each word does, and how many more words it takes. */
const COMMANDS: Record<string, [words: number, run: (db: Database, ...words: string[]) => Promise<void>]> = {
  add: [3, add as never],
  role: [2, role as never],
  disable: [1, disable as never],
  enable: [1, enable as never],
  link: [1, link as never],
  'one-step': [1, oneStep as never],
  list: [0, list],
}

await runScript(async () => {
  const [word = '', ...words] = process.argv.slice(2)
  const [count, run] = (Object.hasOwn(COMMANDS, word) && COMMANDS[word]) || []
  if (!run || words.length !== count) throw new Error(USAGE)
  await applyMigrations()
  const db = openDatabase()
  try {
    await run(db, ...words)
  } finally {
    await db.close()
  }
})
