/** Every language says all that English says, with the same values, in messages that can be read. */
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import arFailure from '@/messages/ar.failure.json'
import ar from '@/messages/ar.json'
import enFailure from '@/messages/en.failure.json'
import en from '@/messages/en.json'

interface Tree {
  [key: string]: string | Tree
}

const flat = (tree: Tree, path = ''): [key: string, message: string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )

/** The values and tags that a message needs, and the words that it chooses by. */
const needs = (elements: readonly MessageFormatElement[]): string[] =>
  elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return []
      case TYPE.tag:
        return [`<${element.value}>`, ...needs(element.children)]
      case TYPE.select:
        return [
          `${element.value}: ${Object.keys(element.options).sort()}`,
          ...Object.values(element.options).flatMap(({ value }) => needs(value)),
        ]
      case TYPE.plural:
        return [element.value, ...Object.values(element.options).flatMap(({ value }) => needs(value))]
      default:
        return [element.value]
    }
  })

const english = new Map(flat(en))
const needed = (message: string) => [...new Set(needs(parse(message)))].sort()

describe.each(Object.entries({ ar }))('the messages of %s', (_code, messages) => {
  const translated = flat(messages)

  it('leave nothing out', () => {
    const said = new Set(translated.map(([key]) => key))
    expect([...english.keys()].filter((key) => !said.has(key))).toEqual([])
  })

  it('say nothing that English does not', () => {
    expect(translated.map(([key]) => key).filter((key) => !english.has(key))).toEqual([])
  })

  it('take what those of English take', () => {
    // A number that English writes as a word may be a number here, and the other way round.
    const others = (list: string[]) =>
      list.filter((name) => !/^(n|number|m|against|support|sources)$/.test(name))
    const differing = translated.filter(
      ([key, message]) => `${others(needed(message))}` !== `${others(needed(english.get(key) ?? ''))}`,
    )
    expect(differing).toEqual([])
  })
})

it('the words for a failure are said in every language', () => {
  for (const words of [arFailure]) expect(Object.keys(words)).toEqual(Object.keys(enFailure))
  expect(needed(arFailure.number)).toEqual(needed(enFailure.number))
})
