import { expect, it } from 'vitest'
import { mentionedIn } from './mentions'

const people = [
  { id: 'ada', name: 'Ada Brandt', email: 'ada.b@example.org' },
  { id: 'ada2', name: 'Ada', email: 'second@example.org' },
  { id: 'jose', name: 'José Núñez', email: 'jn@example.org' },
  { id: 'twin', name: 'Twin', email: 'twin-1@example.org' },
  { id: 'twin2', name: 'Twin', email: 'twin-2@example.org' },
]

it.each([
  ['@Ada Brandt, please', ['ada']],
  ['@ada brandt’s note', ['ada']],
  ['(@ADA.B)', ['ada']],
  ['Dear @Ada, see', ['ada2']],
  ['@Ada Brandts', ['ada2']],
  ['@Adaline', []],
  ['@jose nunez and @Ada', ['jose', 'ada2']],
  ['@Twin', ['twin', 'twin2']],
  ['@twin-2 only', ['twin2']],
  ['mail ada.b@example.org', []],
  ['@', []],
  ['@ Ada', []],
  ['nobody', []],
  ['@@Ada', ['ada2']],
  ['@jn @jn', ['jose']],
])('%s', (text, ids) => expect(mentionedIn(text, people)).toEqual(ids))

it('means nobody by a name that is empty', () => {
  expect(mentionedIn('@ @.', [{ id: 'x', name: ' ', email: '' }])).toEqual([])
})
