import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimInput } from '../input/claim'
import { deriveSourcing } from '../sourcing'
import { whatWouldChange } from '../what-if'
import { chosen, claimFormOf, claimFormValues, emptyClaimForm, emptyEvidence, emptyHop, refOf } from './form'
import { graphOf, NOTHING_KNOWN } from './graph'
import { formFrom, formPath, recordOf, refsOf } from './record'
import { withoutRefused } from './refused'
import { prefilled, stepped } from './steps'

const written = () => {
  const form = emptyClaimForm()
  form.statement = 'The bridge was closed for two days.'
  form.speaker = { ...refOf('Ana Ruiz'), make: 'person', role: 'engineer', org: 'City works' }
  form.appearances = [{ source: chosen('s1', 'The Courier'), locator: '', wording: '', selector: '' }]
  return form
}

describe('the form of a claim', () => {
  it('is read back as it was written, with its empty rows', () => {
    const form = written()
    form.hops = [emptyHop()]
    form.evidence = [emptyEvidence('contradicts'), emptyEvidence()]
    expect(claimFormOf(claimFormValues(form))).toEqual(form)
  })

  it('reads anything without failing', () => {
    const name = fc.constantFrom(
      'statement',
      'speaker',
      'speaker.text',
      'evidence',
      'evidence.0',
      'hops.1.to.text',
    )
    fc.assert(
      fc.property(fc.dictionary(name, fc.array(fc.string(), { maxLength: 2 })), (values) => {
        const form = claimFormOf(values)
        graphOf(form, NOTHING_KNOWN)
        claimInput.safeParse(recordOf(form, () => null).input)
        expect(Array.isArray(form.evidence)).toBe(true)
      }),
    )
  })

  it('goes on with the chain where the last step ended', () => {
    const first = stepped(written(), 'add.hops')
    expect(first?.form.hops[0]?.from.text).toBe('The Courier')
    const form = first?.form ?? written()
    if (form.hops[0]) form.hops[0].to = refOf('A wire service')
    const second = stepped(form, 'add.hops')
    expect(second?.form.hops[1]?.from.text).toBe('A wire service')
    expect(second?.at).toBe('hops.1')
    expect(stepped(form, 'remove.hops.0')?.form.hops).toEqual([])
    const repeated = stepped(form, 'restates.another-claim')
    expect(repeated?.form.relations).toEqual([{ kind: 'restates', to: 'another-claim', note: '' }])
    expect(stepped(repeated?.form ?? form, 'restates.another-claim')?.form.relations).toHaveLength(1)
    for (const nonsense of ['', 'add', 'add.statement', 'remove.hops.9', 'remove.hops.x', '__proto__.a'])
      expect(stepped(form, nonsense)).toBeNull()
  })

  it('leaves out rows in which nothing is typed, and says which field an error belongs to', () => {
    const form = written()
    form.evidence = [emptyEvidence(), { ...emptyEvidence(), note: 'Seen on site.' }]
    const { input, paths } = recordOf(form, (path) => (path === 'speaker' ? 'p1' : null))
    expect(input.evidence).toHaveLength(1)
    expect(formPath('evidence.0.access', paths)).toBe('evidence.1.access')
    expect(formPath('statement', paths)).toBe('statement')
  })

  it('fills in once that a news organization has no stake', () => {
    const form = { ...written(), speaker: chosen('paper', 'The Courier') }
    const filled = prefilled(form, (id) => id === 'paper')
    expect(filled.stakes).toEqual([{ party: form.speaker, stake: 'none', note: '' }])
    // Taken out again it stays out; another speaker is none.
    expect(prefilled({ ...filled, stakes: [] }, () => true).stakes).toEqual([])
    expect(prefilled(form, () => false)).toBe(form)
    expect(prefilled({ ...form, speechAct: 'opinion' }, () => true).stakes).toEqual([])
    expect(stepped(form, 'stake.The A. B. Office')?.form.stakes[0]?.party.text).toBe('The A. B. Office')
  })

  it('keeps no word of what was told off the record', () => {
    const form = written()
    form.evidence = [
      {
        ...emptyEvidence(),
        target: refOf('A name'),
        excerpt: 'secret words',
        note: 'more',
        access: 'off_record',
      },
      { ...emptyEvidence(), target: refOf('Ben Ode'), access: 'on_record' },
    ]
    const { form: kept, problems } = withoutRefused(form)
    expect(JSON.stringify(kept)).not.toMatch(/A name|secret|more/)
    expect(kept.evidence[1]).toEqual(form.evidence[1])
    expect(problems.map(({ field }) => field)).toEqual(['evidence.0.access'])
    expect(withoutRefused(written()).problems).toEqual([])
  })

  it('reads dates as they are typed', () => {
    const form = { ...written(), saidOn: 'March 2025' }
    expect(recordOf(form, () => null).input.saidOn).toBe('2025-03')
  })

  it('names every reference with its path', () => {
    expect(refsOf(written()).map(({ path }) => path)).toEqual(['speaker', 'appearances.0.source'])
  })

  it('is made from a record and becomes the same record', () => {
    const record = claimInput.parse({
      statement: 'A',
      speaker: 'p1',
      saidOn: '2025-03',
      appearances: [{ source: 's1', selector: { exact: 'x' } }],
      links: [
        { from: 's1', to: 'p1', mode: 'quotes', capacity: 'official', capacityOrg: 'o1', wording: 'told' },
      ],
      stakes: [{ party: 'p1', stake: 'harmed' }],
      evidence: [{ id: 'e1', relation: 'supports', access: 'on_record', basis: 'expert', target: 'p2' }],
      relations: [{ to: 'c2', kind: 'denies' }],
      topics: ['t1'],
    })
    const form = claimFormOf(claimFormValues(formFrom(record, (id) => `name of ${id}`)))
    const ids = new Map(refsOf(form).map(({ path, ref }) => [path, ref.id]))
    form.relations.forEach(({ to }, i) => {
      ids.set(`relations.${i}.to`, to)
    })
    expect(claimInput.parse(recordOf(form, (path) => ids.get(path) ?? null).input)).toEqual(record)
  })
})

describe('the status while the form is written', () => {
  const status = (form = written()) => deriveSourcing(graphOf(form, NOTHING_KNOWN)).status

  it('follows what is typed', () => {
    expect(status()).toBe('unsourced')
    expect(status({ ...written(), speechAct: 'opinion' })).toBe('not_checkable')
    const witness = { ...emptyEvidence(), target: { ...refOf('Ben Ode'), make: 'person' } }
    expect(status({ ...written(), evidence: [{ ...witness, basis: 'first_hand' }] })).toBe('single_source')
    const second = { ...witness, target: { ...refOf('Cy Lund'), make: 'person' }, basis: 'first_hand' }
    expect(status({ ...written(), evidence: [{ ...witness, basis: 'first_hand' }, second] })).toBe(
      'corroborated',
    )
  })

  it('takes one name for one speaker, wherever it stands', () => {
    const form = written()
    form.evidence = [{ ...emptyEvidence(), target: refOf(' ana  RUIZ '), basis: 'first_hand' }]
    const graph = graphOf(form, NOTHING_KNOWN)
    expect(graph.evidence?.[0]?.target).toBe(graph.claim.speaker)
  })

  it('says what would change it, and the rules agree', () => {
    const graph = graphOf(written(), NOTHING_KNOWN)
    const changes = whatWouldChange(graph)
    expect(changes).toContainEqual({ kind: 'record', about: null, status: 'documented' })
    expect(changes).toContainEqual({ kind: 'one_named', about: null, status: 'single_source' })
    expect(changes).toContainEqual({ kind: 'two_named', about: null, status: 'corroborated' })
    expect(changes).toContainEqual({ kind: 'basis_of_maker', about: 'Ana Ruiz', status: 'self_sourced' })
    const form = written()
    form.basis = 'first_hand'
    expect(status(form)).toBe('self_sourced')
  })

  it('has no advice for what is no matter of fact', () => {
    expect(whatWouldChange(graphOf({ ...written(), speechAct: 'question' }, NOTHING_KNOWN))).toEqual([])
  })
})
