/** A JSON Schema as people read it: fields with their types, one on a line, with what they mean. */
import type { JsonSchema } from './schema'

const INDENT = '  '
/** Values of a vocabulary that are listed; of a longer one the first, and that there are more. */
const LISTED = 12

const optionsOf = (values: readonly unknown[]): string => {
  const shown = values.slice(0, LISTED).map((value) => JSON.stringify(value))
  return [...shown, ...(values.length > LISTED ? ['…'] : [])].join(' | ')
}

const objectText = (schema: JsonSchema, indent: string): string => {
  const required = new Set((schema.required as string[] | undefined) ?? [])
  const lines = Object.entries(schema.properties ?? {}).map(([name, part]) => {
    const means = typeof part.description === 'string' ? `  // ${part.description}` : ''
    const text = typeText(part, indent + INDENT)
    const [first = '', ...rest] = text.split('\n')
    return [`${indent}${INDENT}${name}${required.has(name) ? '' : '?'}: ${first}${means}`, ...rest].join('\n')
  })
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n${indent}}`
}

/** Several objects that hold together are one. */
const together = (schemas: readonly JsonSchema[]): JsonSchema => ({
  type: 'object',
  properties: Object.assign({}, ...schemas.map(({ properties }) => properties ?? {})),
  required: schemas.flatMap(({ required }) => (required as string[] | undefined) ?? []),
})

export const typeText = (schema: JsonSchema, indent = ''): string => {
  if (schema.allOf) return objectText(together(schema.allOf), indent)
  if (schema.anyOf) return [...new Set(schema.anyOf.map((one) => typeText(one, indent)))].join(' | ')
  if (Array.isArray(schema.enum)) return optionsOf(schema.enum)
  if ('const' in schema) return JSON.stringify(schema.const)
  if (schema.properties) return objectText(schema, indent)
  if (schema.items) return `[${typeText(schema.items, indent)}]`
  if (schema.type === 'object') return '{ … }'
  return [schema.type ?? 'any'].flat().join(' | ')
}
