/** Passwords: checked with the same work whoever is asked for, and none that everybody tries first. */
import { dictionary } from '@zxcvbn-ts/language-common'
import { verifyPassword } from 'better-auth/crypto'
import type { Database } from '../db/client'
import type { Refusal } from '../domain/result'
import { type UserRole, userRole } from '../domain/vocabulary'

/** Of breached accounts, the passwords that stood in them most often; parted once, when first asked for. */
let common: ReadonlySet<string> | undefined
const isCommon = (text: string): boolean => {
  common ??= new Set(dictionary['passwords-common'])
  return common.has(text)
}

/** The shortest text of which this is a repetition; itself where it is none. */
const repeated = (text: string): string => {
  const at = `${text}${text}`.indexOf(text, 1)
  return text.slice(0, at)
}

/** Fewer different signs are a pattern of keys, however long. */
const LEAST_DIFFERENT = 5

/** Whether each sign is the next of the one before, or each the one before: `abcdefghijkl`, `987654321098`. */
const isRow = (text: string): boolean => {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0)
  const steps = codes.slice(1).filter((code, i) => Math.abs(code - (codes[i] ?? 0)) === 1)
  return steps.length >= codes.length - 3
}

/**
 * Whether a password is among those that are tried first (NIST SP 800-63B, 5.1.1.2): known from breaches, also with
 * signs added at its ends or repeated until it is long enough; a row or a pattern of few signs; or what everybody knows
 * of this account.
 * @param known name and e-mail address, as far as there are any
 */
export const isGuessable = (
  password: string,
  known: readonly (string | null | undefined)[] = [],
): boolean => {
  const text = password.normalize('NFKC').toLowerCase()
  const bare = text.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '')
  const forms = [text, bare, repeated(text), repeated(bare)]
  if (forms.some((form) => form.length > 0 && isCommon(form))) return true
  if (new Set(text).size < LEAST_DIFFERENT || isRow(text)) return true
  const theirs = known.flatMap((one) => {
    const all = one?.toLowerCase() ?? ''
    return [all, all.split('@')[0] ?? '', all.replaceAll(' ', '')].filter((part) => part.length > 3)
  })
  return theirs.some((part) => text === part || bare === part || repeated(text) === part)
}

export const GUESSABLE: Refusal = {
  code: 'invalid',
  sentence:
    'This password is among those that are tried first: known from breaches, a row of keys, or your own name. Put four or five words together that only you would.',
  field: 'password',
}

/** A hash that no password has, for accounts that are not there: checking it takes as long as any other. */
const NO_ACCOUNT = `${'0'.repeat(32)}:${'0'.repeat(128)}`

export type Checked =
  | { kind: 'right'; id: string; name: string; role: UserRole }
  | { kind: 'wrong' | 'disabled'; id: string | null }

/**
 * Whether a password belongs to an e-mail address. Exactly one hash is worked out, whether or not there is an account,
 * so that how long it takes tells nothing; and only who knows the password is told that the account is closed.
 */
export const checkPassword = async (db: Database, email: string, password: string): Promise<Checked> => {
  const user = await db.reader.user.findUnique({
    where: { email },
    include: { accounts: { where: { providerId: 'credential' }, take: 1, select: { password: true } } },
  })
  const hash = user?.accounts[0]?.password
  const right = await verifyPassword({ hash: hash ?? NO_ACCOUNT, password })
  if (!user || !hash || !right) return { kind: 'wrong', id: user?.id ?? null }
  if (user.disabledAt) return { kind: 'disabled', id: user.id }
  return { kind: 'right', id: user.id, name: user.name, role: userRole.parse(user.role) }
}
