/**
 * The one shape of a command: (database, actor, raw input) → Result. It checks the form of the input and the right of
 * the actor, then runs in one transaction; a refusal from inside undoes all that the transaction did.
 */
import type { z } from 'zod'
import type { Database, Tx } from '../db/client'
import { takeTurn } from '../db/turns'
import { type Actor, can, type Subject, type Verb } from '../domain/actor'
import { ok, type Refusal, type Result } from '../domain/result'

export interface Context {
  tx: Tx
  actor: Actor
  /** The moment of the command: every row and event it writes carries the same. */
  at: Date
}

class Undo extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code)
  }
}

/** Ends the command from inside its transaction with a refusal; everything it wrote is undone. */
export const stop = (refusal: Refusal): never => {
  throw new Undo(refusal)
}

/** The first problem of a failed parse, with the path of its field (`evidence.2.access`). */
export const refusalOf = (error: z.ZodError): Refusal => {
  const issue = error.issues[0]
  const field = issue?.path.join('.') ?? ''
  const refused = error.issues.some((i) => i.code === 'custom' && i.params?.refusal === 'refused_access')
  return {
    code: refused ? 'refused_access' : 'invalid',
    sentence: issue?.message ?? 'This cannot be read.',
    field,
    details: error.issues.map((i) => ({ field: i.path.join('.'), sentence: i.message })),
  }
}

const FORBIDDEN: Refusal = {
  code: 'forbidden',
  sentence: 'Your account may not do this; ask an editor or an admin of this ledger.',
}

/** Runs `body` in one transaction. `at` is for loaders that replay; everyone else leaves it out. */
export const inTransaction = async <T>(
  db: Database,
  actor: Actor,
  body: (context: Context) => Promise<T>,
  at = new Date(),
): Promise<Result<T>> => {
  try {
    return ok(await db.write((tx) => body({ tx, actor, at })))
  } catch (error) {
    if (error instanceof Undo) return { ok: false, refusal: error.refusal }
    throw error
  }
}

/** Changes of what claims rest on reach claims that other transactions may be writing: nobody else writes meanwhile. */
const reachesClaims = (verb: Verb, { kind }: Subject): boolean =>
  kind === 'link' || ((kind === 'speaker' || kind === 'source') && verb !== 'record')

/**
 * Makes a command. Besides being run by itself it can be a step of a larger one: `recordClaim.within(context, raw)`
 * reads, asks and writes in the transaction of the other, and a refusal ends both.
 * @param schema reads the raw input; its first problem becomes the refusal
 * @param verb and subject: what `can` is asked
 */
export const command = <S extends z.ZodType, T>(
  schema: S,
  verb: Verb,
  subject: (input: z.output<S>) => Subject,
  body: (context: Context, input: z.output<S>) => Promise<T>,
) => {
  const check = (actor: Actor, raw: z.input<S>): Result<z.output<S>> => {
    const parsed = schema.safeParse(raw)
    if (!parsed.success) return { ok: false, refusal: refusalOf(parsed.error) }
    return can(actor, verb, subject(parsed.data)) ? ok(parsed.data) : { ok: false, refusal: FORBIDDEN }
  }
  const perform = async (context: Context, input: z.output<S>): Promise<T> => {
    // Before the first row is written, so that nobody waits in a ring.
    if (reachesClaims(verb, subject(input))) await takeTurn(context.tx)
    return body(context, input)
  }
  const run = async (db: Database, actor: Actor, raw: z.input<S>, at?: Date): Promise<Result<T>> => {
    const checked = check(actor, raw)
    if (!checked.ok) return checked
    return inTransaction(db, actor, (context) => perform(context, checked.value), at)
  }
  const within = async (context: Context, raw: z.input<S>): Promise<T> => {
    const checked = check(context.actor, raw)
    return checked.ok ? perform(context, checked.value) : stop(checked.refusal)
  }
  return Object.assign(run, { within })
}

/**
 * Makes a command on something that is recorded: who may do it depends on whose it is and how it stands, so both are
 * read inside the transaction, and asked before anything is written. It is a step of a larger one as others are.
 * @param load reads the subject, or stops where it is not recorded
 * @param may whether the actor may do this to it
 */
export const commandOn = <S extends z.ZodType, R, T>(
  schema: S,
  load: (context: Context, input: z.output<S>) => Promise<R>,
  may: (actor: Actor, row: R, input: z.output<S>) => boolean,
  body: (context: Context, input: z.output<S>, row: R) => Promise<T>,
) => {
  const check = (actor: Actor, raw: z.input<S>): Result<z.output<S>> => {
    const parsed = schema.safeParse(raw)
    if (!parsed.success) return { ok: false, refusal: refusalOf(parsed.error) }
    // Readers are not told what is recorded and what is not.
    return actor.kind === 'public' ? { ok: false, refusal: FORBIDDEN } : ok(parsed.data)
  }
  const perform = async (context: Context, input: z.output<S>): Promise<T> => {
    const row = await load(context, input)
    return may(context.actor, row, input) ? body(context, input, row) : stop(FORBIDDEN)
  }
  const run = async (db: Database, actor: Actor, raw: z.input<S>, at?: Date): Promise<Result<T>> => {
    const checked = check(actor, raw)
    if (!checked.ok) return checked
    return inTransaction(db, actor, (context) => perform(context, checked.value), at)
  }
  const within = async (context: Context, raw: z.input<S>): Promise<T> => {
    const checked = check(context.actor, raw)
    return checked.ok ? perform(context, checked.value) : stop(checked.refusal)
  }
  return Object.assign(run, { within })
}
