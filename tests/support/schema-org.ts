/** Holds JSON-LD against the vocabulary of schema.org, which the package schema-dts carries; no network is needed. */
import { readFileSync } from 'node:fs'
import jsonld, { type JsonLdDocument, type Options } from 'jsonld'

const SCHEMA = 'https://schema.org/'

interface Type {
  above: string[]
  properties: string[]
}

/** What each interface of the package declares, by its name: `ClaimReviewBase`. */
const interfaces = (): Map<string, Type> => {
  const text = readFileSync('node_modules/schema-dts/dist/schema.d.ts', 'utf8')
  const found = new Map<string, Type>()
  for (const [, name = '', above = '', body = ''] of text.matchAll(
    /^(?:export )?interface (\w+)(?: extends ([^{]+))? \{(.*?)^\}/gms,
  ))
    found.set(name, {
      above: above.match(/\w+Base\b/g) ?? [],
      properties: [...body.matchAll(/^ {4}"(\w+)"\?:/gm)].map(([, property = '']) => property),
    })
  return found
}

const known = interfaces()

const propertiesOf = (name: string): Set<string> => {
  const own = known.get(name)
  return new Set([...(own?.properties ?? []), ...(own?.above ?? []).flatMap((up) => [...propertiesOf(up)])])
}

/** The context of schema.org as far as it matters here: every term is one of its own; addresses are addresses. */
const CONTEXT = {
  '@vocab': SCHEMA,
  url: { '@type': '@id' },
  sameAs: { '@type': '@id' },
}

type Node = { '@type'?: string[]; [property: string]: unknown }

/** Everything in the document that the vocabulary does not have: types, and properties of a type. */
const strangers = (node: unknown): string[] => {
  if (Array.isArray(node)) return node.flatMap(strangers)
  if (typeof node !== 'object' || node === null || '@value' in node) return []
  const { '@type': types = [], ...properties } = node as Node
  const names = types.map((type) => type.replace(SCHEMA, ''))
  const allowed = new Set(names.flatMap((name) => [...propertiesOf(`${name}Base`)]))
  const own = Object.keys(properties).filter((key) => key !== '@id')
  return [
    ...names.filter((name) => !known.has(`${name}Base`)).map((name) => `type ${name}`),
    ...(own.length > 0 && names.length === 0 ? [`no type beside ${own}`] : []),
    ...own.map((key) => key.replace(SCHEMA, '')).filter((key) => names.length > 0 && !allowed.has(key)),
    ...own.flatMap((key) => strangers(properties[key])),
  ]
}

/**
 * Expands a document as any JSON-LD processor does.
 * @returns its nodes, and what of it is not in schema.org's vocabulary
 * @throws where it is no JSON-LD, loses something on the way, or needs another context
 */
export const expanded = async (document: object): Promise<{ nodes: unknown[]; strangers: string[] }> => {
  const options = {
    safe: true,
    documentLoader: async (url: string) => {
      if (url.replace(/\/$/, '') !== 'https://schema.org')
        throw new Error(`Another context is asked for: ${url}`)
      return { contextUrl: undefined, documentUrl: url, document: { '@context': CONTEXT } }
    },
  }
  const nodes: unknown[] = await jsonld.expand(document as JsonLdDocument, options as Options.Expand)
  return { nodes, strangers: strangers(nodes) }
}
