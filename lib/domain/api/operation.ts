/** What one operation of the API takes and answers. The router and the OpenAPI document are both made of these. */
import type { z } from 'zod'
import type { Scope } from '../input/api'

export interface Operation {
  method: 'GET' | 'POST' | 'PUT'
  /** Below /api/v1; parts in braces are ids or the last part of a page's address. */
  path: string
  /** What it does, in one sentence. */
  summary: string
  /** What a key must be for; null where readers may as well. */
  scope: Scope | null
  /** Parameters after the `?`, with what each means. */
  query?: Record<string, string>
  body?: z.ZodType
  /** Whether it changes something that has versions: If-Match names the one that was seen. */
  versioned?: boolean
  /** Whether what it is about may have been withdrawn, hidden or renamed. */
  standing?: boolean
  status: 200 | 201
  answer: z.ZodType
  /** A body to try it with, for the reference. */
  example?: unknown
}

/** Declares an operation, and keeps the types of its body and its answer. */
export const operation = <O extends Operation>(operation: O): O => operation

/** The names of the parts in braces. */
export const partsOf = (path: string): string[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')

export const isWrite = ({ method }: Operation): boolean => method !== 'GET'
