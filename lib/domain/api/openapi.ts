/** The OpenAPI 3.1 document, made of the same table that the router follows. */
import { GROUPS, isWrite, type Operation, PROBLEMS, partsOf, problem, problemsOf } from '.'
import { inputSchema, type JsonSchema, outputSchema } from './schema'

export const API_VERSION = '1.0'

const REF = { claim: 'claim', speaker: 'speaker', source: 'source', topic: 'topic' } as const

const pathParameter = (name: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string' },
  description: name in REF ? 'Its id, or the last part of its address.' : 'Its id.',
})

const header = (name: string, required: boolean, description: string) => ({
  name,
  in: 'header',
  required,
  schema: { type: 'string' },
  description,
})

const queryParameter = ([name, description]: [string, string]) => ({
  name,
  in: 'query',
  required: false,
  schema: { type: 'string' },
  description,
})

const parametersOf = (operation: Operation): object[] => [
  ...partsOf(operation.path).map(pathParameter),
  ...Object.entries(operation.query ?? {}).map(queryParameter),
  ...(operation.versioned
    ? [header('If-Match', true, 'The version that was seen: `"v3"`, or the ETag of the record.')]
    : []),
  ...(isWrite(operation)
    ? [
        header(
          'Idempotency-Key',
          false,
          'Any text of up to 255 signs: the same request with it changes nothing twice, for 24 hours.',
        ),
      ]
    : [header('If-None-Match', false, 'An ETag: what has not changed since is not sent again.')]),
]

const LIMIT = {
  'RateLimit-Policy': { schema: { type: 'string' }, description: 'How many requests a window takes.' },
  RateLimit: { schema: { type: 'string' }, description: 'How many are left, and when the window ends.' },
}

const answerOf = (operation: Operation): object => ({
  description: isWrite(operation) ? 'It was changed.' : 'What was asked for.',
  headers: {
    ...LIMIT,
    ...(isWrite(operation)
      ? {
          'Idempotency-Replayed': {
            schema: { type: 'string' },
            description: '`true` where this was answered before.',
          },
        }
      : { ETag: { schema: { type: 'string' }, description: 'A strong tag of the answer.' } }),
    ...(operation.status === 201
      ? { Location: { schema: { type: 'string' }, description: 'Where it is now.' } }
      : {}),
  },
  content: { 'application/json': { schema: outputSchema(operation.answer) } },
})

const responsesOf = (operation: Operation): object => ({
  [operation.status]: answerOf(operation),
  ...(isWrite(operation) ? {} : { 304: { description: 'It has not changed since.' } }),
  ...(operation.standing && !isWrite(operation)
    ? { 308: { description: 'It has another address now: see Location.' } }
    : {}),
  ...Object.fromEntries(
    problemsOf(operation).map((status) => [status, { $ref: `#/components/responses/${status}` }]),
  ),
})

const securityOf = ({ scope }: Operation): object[] => {
  const ways = [{ key: scope ? [scope] : [] }, { session: [] }]
  return scope === null ? [{}, ...ways] : ways
}

const operationOf = (id: string, group: string, operation: Operation): object => ({
  operationId: id,
  tags: [group],
  summary: operation.summary,
  security: securityOf(operation),
  parameters: parametersOf(operation),
  ...(operation.body
    ? {
        requestBody: {
          required: !operation.body.safeParse({}).success,
          content: {
            'application/json': {
              schema: inputSchema(operation.body),
              ...(operation.example ? { example: operation.example } : {}),
            },
          },
        },
      }
    : {}),
  responses: responsesOf(operation),
})

const pathsOf = (): Record<string, Record<string, object>> => {
  const paths: Record<string, Record<string, object>> = {}
  for (const [group, operations] of Object.entries(GROUPS))
    for (const [id, operation] of Object.entries(operations) as [string, Operation][]) {
      paths[operation.path] = {
        ...paths[operation.path],
        [operation.method.toLowerCase()]: operationOf(id, group, operation),
      }
    }
  return paths
}

/** @param site the address of this site, without a slash at the end */
export const openApi = (site: string): object => ({
  openapi: '3.1.0',
  info: {
    title: 'On Record',
    version: API_VERSION,
    description:
      'Read and write a ledger of claims and sources. Fields are only ever added; whoever reads answers passes over what is new.',
  },
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  servers: [{ url: `${site}/api/v1` }],
  tags: Object.keys(GROUPS).map((name) => ({ name })),
  paths: pathsOf(),
  components: {
    securitySchemes: {
      key: {
        type: 'http',
        scheme: 'bearer',
        description: 'A key of the account page: `Authorization: Bearer onrec_…`.',
      },
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: 'on-record.session_token',
        description: 'The session of somebody who signed in; changes only from pages of this site.',
      },
    },
    responses: Object.fromEntries(
      Object.entries(PROBLEMS).map(([status, description]) => [
        status,
        {
          description,
          ...(status === '429' || status === '503'
            ? {
                headers: {
                  ...(status === '429' ? LIMIT : {}),
                  'Retry-After': {
                    schema: { type: 'string' },
                    description: 'Seconds until the next request may come.',
                  },
                },
              }
            : {}),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
    ),
    schemas: { Problem: outputSchema(problem) as JsonSchema },
  },
})
