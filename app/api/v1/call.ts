/** What a handler is given, and what it gives back. */
import type { z } from 'zod'
import type { Context } from '@/lib/commands/command'
import type { Database } from '@/lib/db/client'
import type { Viewer } from '@/lib/domain/actor'
import type { OPERATIONS, Operation, OperationId } from '@/lib/domain/api'
import type { Caller } from './caller'

/** A request that was let through. */
export interface Call<B = unknown> {
  db: Database
  caller: Caller
  /** As whom it reads. */
  viewer: Viewer
  /** The address of this site, without a slash at the end. */
  site: string
  /** The parts in braces of the path. */
  part: (name: string) => string
  query: URLSearchParams
  /** The body as it was sent, checked. */
  body: B
  /** The version that If-Match names; 0 where the operation takes none. */
  version: number
}

/** What is read, as it will be sent. */
export type Read =
  | { kind: 'found'; json: object; version?: number; link?: string }
  /** It has another address now. */
  | { kind: 'moved'; path: string }
  | { kind: 'gone'; reason: string | null }
  | { kind: 'missing' }

type Body<O extends Operation> = O extends { body: infer B extends z.ZodType } ? z.input<B> : unknown
type Of<K extends OperationId> = (typeof OPERATIONS)[K]
type Written<K extends OperationId> = z.input<Of<K>['answer']>

/** Operations by their method. */
export type ReadId = { [K in OperationId]: Of<K>['method'] extends 'GET' ? K : never }[OperationId]
export type WriteId = Exclude<OperationId, ReadId>

export type Reader = (call: Call) => Promise<Read>
/** Makes a change within the transaction that keeps its answer. */
export type Writer<K extends WriteId> = (context: Context, call: Call<Body<Of<K>>>) => Promise<Written<K>>

/** Handlers of some operations: none can be left out, and each answers what its operation says. */
export type Readers<K extends ReadId> = { [id in K]: Reader }
export type Writers<K extends WriteId> = { [id in K]: Writer<id> }
