/** Calls of the API, each held against what its document says of it. */
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { expect } from 'vitest'
import { makeKey } from '../../lib/commands/api-keys'
import type { Database } from '../../lib/db/client'
import { OPERATIONS, type Operation, type OperationId } from '../../lib/domain/api'
import type { Scope } from '../../lib/domain/input/api'
import { must } from '../../seeds/must'
import type { TestUser } from './accounts'

interface Documented {
  responses: Record<string, { $ref?: string; headers?: object; content?: Record<string, { schema: object }> }>
}
interface Document {
  paths: Record<string, Record<string, Documented & { operationId: string }>>
  components: { responses: Record<string, Documented['responses'][string]>; schemas: Record<string, object> }
}

/** Fields that the document does not name are a mistake here, though clients must pass over them. */
const strictly = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(strictly)
  if (typeof schema !== 'object' || schema === null) return schema
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strictly(value)]))
  return 'properties' in copy && !('additionalProperties' in copy)
    ? { ...copy, additionalProperties: false }
    : copy
}

export interface Sent {
  key?: string
  body?: unknown
  /** The body as text, where it is to be no JSON. */
  raw?: string | Uint8Array<ArrayBuffer>
  version?: number
  headers?: Record<string, string>
}

export interface Answered {
  status: number
  headers: Headers
  /** A document of any shape, which was held against its schema. */
  json: any
}

const address = () => `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 256)).join('.')}`

/** How a request is sent: over HTTP, or straight to the router. */
export type Send = (
  address: string,
  init: RequestInit & { headers: Record<string, string> },
) => Promise<Response>

/** Reads the document of a site, and calls it by it. */
export const apiOf = async (site: string, send: Send) => {
  const document: Document = await (await send(`${site}/api/v1/openapi.json`, { headers: {} })).json()
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats(ajv)
  const seen = new Map<OperationId, Set<number>>()
  const schemaOf = (id: OperationId, status: number, type: string) => {
    const { path, method } = OPERATIONS[id] as Operation
    const said = document.paths[path]?.[method.toLowerCase()]?.responses[status]
    const response = said?.$ref ? document.components.responses[said.$ref.split('/').at(-1) ?? ''] : said
    const schema = response?.content?.[type]?.schema as { $ref?: string } | undefined
    return {
      known: said !== undefined,
      schema: schema?.$ref ? document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema,
    }
  }
  /** Sends a request and holds the answer against the document. */
  const call = async (
    id: OperationId,
    parts: Record<string, string> = {},
    sent: Sent = {},
  ): Promise<Answered> => {
    const { method, path } = OPERATIONS[id] as Operation
    const { query = '', ...named } = parts
    const at = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(named[name] ?? 'none'))
    const body = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body))
    const response = await send(`${site}/api/v1${at}${query}`, {
      method,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
      headers: {
        'X-Forwarded-For': address(),
        ...(sent.key ? { Authorization: `Bearer ${sent.key}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(sent.version === undefined ? {} : { 'If-Match': `"v${sent.version}"` }),
        ...sent.headers,
      },
    })
    const text = await response.text()
    const about = `${id} → ${response.status} ${text.slice(0, 500)}`
    const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? ''
    const { known, schema } = schemaOf(id, response.status, type)
    expect(known, `the document knows this status: ${about}`).toBe(true)
    if (text !== '') {
      expect(schema, `the document knows this type: ${type} ${about}`).toBeDefined()
      const validate = ajv.compile(strictly(schema) as object)
      validate(JSON.parse(text))
      expect(validate.errors, about).toBeNull()
    }
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    seen.set(id, (seen.get(id) ?? new Set()).add(response.status))
    return { status: response.status, headers: response.headers, json: text === '' ? null : JSON.parse(text) }
  }
  return { document, call, seen, ajv }
}

/** A key of an account. */
export const keyOf = async (db: Database, user: TestUser, scopes: readonly Scope[]): Promise<string> => {
  const actor = { kind: 'user', id: user.id, name: user.name, role: user.role } as const
  const made = await makeKey(db, actor, { ownerId: user.id, name: 'Tests', scopes: [...scopes] })
  return must(made, 'key').key
}
