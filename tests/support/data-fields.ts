/** Every field of a document, as its path, type and meaning. */
import { z } from 'zod'

export interface Field {
  /** From the top of the document: `data[].speaker.name`. */
  path: string
  type: string
  means: string
}

interface Schema {
  type?: string | string[]
  const?: unknown
  description?: string
  properties?: Record<string, Schema>
  additionalProperties?: Schema | boolean
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}

const alternatives = (schema: Schema): Schema[] => schema.anyOf ?? schema.oneOf ?? [schema]

const typeOf = (schema: Schema): string =>
  [
    ...new Set(
      alternatives(schema).flatMap((one) =>
        one === schema
          ? one.const === undefined
            ? [one.type ?? []].flat()
            : [JSON.stringify(one.const)]
          : [typeOf(one)],
      ),
    ),
  ].join(' or ')

const walk = (schema: Schema, path: string): Field[] =>
  alternatives(schema).flatMap((one) => {
    if (one !== schema) return walk(one, path)
    if (one.items) return walk(one.items, `${path}[]`)
    if (typeof one.additionalProperties === 'object' && !one.properties)
      return walk(one.additionalProperties, `${path}{}`)
    return Object.entries(one.properties ?? {}).flatMap(([key, value]) => {
      const at = path ? `${path}.${key}` : key
      return [{ path: at, type: typeOf(value), means: value.description ?? '' }, ...walk(value, at)]
    })
  })

/** The fields of a document; what several alternatives share is listed once, with all of its types. */
export const fieldsOf = (document: z.ZodType): Field[] => {
  const fields = new Map<string, Field>()
  for (const field of walk(z.toJSONSchema(document, { reused: 'inline' }) as Schema, '')) {
    const known = fields.get(field.path)
    if (!known) fields.set(field.path, field)
    else
      known.type = [...new Set([known.type, field.type].flatMap((type) => type.split(' or ')))].join(' or ')
  }
  return [...fields.values()]
}
