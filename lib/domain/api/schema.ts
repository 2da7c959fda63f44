/** Zod schemas as JSON Schema (2020-12), as OpenAPI 3.1 has it, and what of a body no schema knows. */
import { z } from 'zod'

export interface JsonSchema {
  [keyword: string]: unknown
  properties?: Record<string, JsonSchema>
  items?: JsonSchema
  anyOf?: JsonSchema[]
  allOf?: JsonSchema[]
}

interface Overridden {
  zodSchema: z.core.$ZodTypes
  jsonSchema: JsonSchema & { required?: string[] }
}

/** What the library cannot tell: a date stands as text, and a part that may be left out is not required. */
const asInput = ({ zodSchema, jsonSchema }: Overridden): void => {
  const { def } = zodSchema._zod
  if (def.type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' })
  if (def.type !== 'object' || !jsonSchema.required) return
  const needed = Object.entries(def.shape)
    .filter(([, part]) => !z.safeParse(part, undefined).success)
    .map(([name]) => name)
  if (needed.length > 0) jsonSchema.required = needed
  else delete jsonSchema.required
}

const plain = ({ $schema: _said, ...schema }: JsonSchema): JsonSchema => schema

/** What a body may hold. */
export const inputSchema = (schema: z.ZodType): JsonSchema =>
  plain(
    z.toJSONSchema(schema, {
      io: 'input',
      unrepresentable: 'any',
      override: asInput as never,
    }) as unknown as JsonSchema,
  )

/** What an answer holds. Fields are only ever added, so whoever reads it passes over what is new. */
export const outputSchema = (schema: z.ZodType): JsonSchema =>
  plain(
    z.toJSONSchema(schema, {
      unrepresentable: 'any',
      override: (({ jsonSchema }: Overridden) => {
        delete jsonSchema.additionalProperties
      }) as never,
    }) as unknown as JsonSchema,
  )

/** The schemas that a place of a body may follow, taken apart. */
const parts = (schema: JsonSchema): JsonSchema[] => [
  schema,
  ...[...(schema.allOf ?? []), ...(schema.anyOf ?? [])].flatMap(parts),
]

/**
 * Fields of a body that nothing reads, most likely misspelt: `evidence.2.locater`.
 * @param schema as `inputSchema` gives it
 */
export const unknownFields = (schema: JsonSchema, value: unknown, path: string[] = []): string[] => {
  if (typeof value !== 'object' || value === null) return []
  const all = parts(schema)
  if (Array.isArray(value)) {
    const items = all.flatMap(({ items }): JsonSchema[] => (items ? [items] : []))
    return items.length === 0
      ? []
      : value.flatMap((one, i) => unknownFields({ anyOf: items }, one, [...path, `${i}`]))
  }
  const known = all.flatMap(({ properties }): Record<string, JsonSchema>[] =>
    properties ? [properties] : [],
  )
  if (known.length === 0) return []
  return Object.entries(value).flatMap(([name, one]) => {
    const schemas = known.flatMap((properties): JsonSchema[] => {
      const schema = Object.hasOwn(properties, name) ? properties[name] : undefined
      return schema ? [schema] : []
    })
    return schemas.length === 0
      ? [[...path, name].join('.')]
      : unknownFields({ anyOf: schemas }, one, [...path, name])
  })
}
