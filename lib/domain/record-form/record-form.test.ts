import { expect, it } from 'vitest'
import { nested } from '../form'
import { linkInput } from '../input/claim'
import { sourceInput } from '../input/source'
import { speakerInput } from '../input/speaker'
import { linesIn, refIn, refValues, rowsOf } from './refs'
import { linkRaw, linkValues, sourceRaw, sourceValues } from './source'
import { speakerRaw, speakerValues, withoutBlankRows } from './speaker'

const NAMES = { wire: 'The Wire', office: 'The Office', crowd: 'a crowd' }
/** What a form refers to when nothing in it was changed. */
const unchanged = (input: Record<string, unknown>) => (path: string) => {
  const at = path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], input)
  const ref = refIn(at as never)
  return ref.kind === 'id' ? ref.id : null
}

it.each([
  {
    kind: 'person',
    name: 'Ada',
    description: 'Two lines\nof text.',
    roles: [
      { org: 'wire', title: 'Head', kind: 'official', from: '2010', to: '2012', ended: true },
      { org: 'office', kind: 'member' },
    ],
    aliases: ['A. Brandt', 'Ada of Ghent'],
    sameAs: ['https://example.org/a', 'https://example.org/b'],
    wikidataId: 'Q42',
  },
  {
    kind: 'organization',
    name: 'The Wire',
    outlet: true,
    group: 'g',
    policyLinks: [{ kind: 'Corrections and complaints', url: 'https://example.org/c' }],
  },
  {
    kind: 'anonymous',
    name: 'two officials',
    vouchedBy: 'wire',
    affiliation: 'office',
    headCount: { wording: 'two', min: 2, max: null },
    mayOverlap: ['crowd'],
    anonymityReason: 'Not authorised.',
  },
])('shows a speaker in a form that gives the same record: $kind', (raw) => {
  const record = speakerInput.parse(raw)
  const { id: _id, ...values } = record
  const input = withoutBlankRows(nested(speakerValues(values, NAMES)))
  expect(speakerInput.parse(speakerRaw(input, unchanged(input)))).toEqual(record)
})

it('shows a source and a link in forms that give the same records', () => {
  const source = sourceInput.parse({
    kind: 'court_record',
    title: 'A ruling',
    publisher: 'wire',
    issuer: 'office',
    authors: ['A', 'B'],
    publishedAt: '2024-05',
    url: 'https://example.org/r',
    authenticity: 'disputed',
    note: 'Two\nlines.',
  })
  const ofSource = nested(sourceValues(source, NAMES))
  expect(sourceInput.parse(sourceRaw(ofSource, unchanged(ofSource)))).toEqual(source)
  const link = linkInput.parse({
    from: 'wire',
    to: 'crowd',
    mode: 'quotes',
    basis: 'expert',
    capacity: 'official',
    capacityOrg: 'office',
    wording: 'says',
  })
  const ofLink = nested(linkValues(link, NAMES))
  expect(linkInput.parse(linkRaw(ofLink, unchanged(ofLink)))).toEqual(link)
})

it('reads a reference by what was done to its name', () => {
  const ref = (changed: Record<string, string>) =>
    refIn({ ...(nested(refValues('x', 'wire', NAMES)).x as object), ...changed })
  expect(ref({})).toEqual({ kind: 'id', id: 'wire' })
  expect(ref({ text: 'The Office' })).toEqual({ kind: 'name', text: 'The Office' })
  expect(ref({ text: '  ' })).toEqual({ kind: 'none' })
  expect(ref({ text: 'of', pick: 'office', of: 'of' })).toEqual({ kind: 'id', id: 'office' })
  // The choice was offered for another name.
  expect(ref({ text: 'other', pick: 'office', of: 'of' })).toEqual({ kind: 'name', text: 'other' })
  for (const nothing of [undefined, '', [], {}]) expect(refIn(nothing)).toEqual({ kind: 'none' })
})

it('counts rows and lines, and leaves blank ones out', () => {
  expect(rowsOf({ 'roles.0.title': ['x'], 'roles.3.org.text': [''], rolesX: [''] }, 'roles')).toBe(4)
  expect(rowsOf({}, 'roles')).toBe(0)
  expect(linesIn(' a \n\n b')).toEqual(['a', 'b'])
  const input = withoutBlankRows(
    nested({ 'roles.0.title': [' '], 'roles.0.kind': ['other'], 'roles.1.title': ['Head'] }),
  )
  expect(input.roles).toEqual([{ title: 'Head' }])
})
