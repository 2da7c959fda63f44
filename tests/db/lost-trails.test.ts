/** A claim's page says from where no trail leads to who said it, and where the trails stop. */
import { expect, it } from 'vitest'
import { recordClaim } from '../../lib/commands/claims/record'
import { recordLink } from '../../lib/commands/links'
import { recordSource } from '../../lib/commands/sources'
import { recordSpeaker } from '../../lib/commands/speakers'
import { getClaim } from '../../lib/queries/claims/page'
import { must } from '../../seeds/must'
import { describeDatabases } from '../support/databases'

const system = { kind: 'system', name: 'tests' } as const

describeDatabases('trails that do not reach who said it', (open) => {
  it('are told by where they stop', async () => {
    const db = await open()
    must(await recordSpeaker(db, system, { id: 'maker', kind: 'person', name: 'Ada Brandt' }), 'maker')
    for (const id of ['told', 'first', 'paper', 'ring-a', 'ring-b'])
      must(await recordSource(db, system, { id, kind: 'news_report', title: `Report ${id}` }), id)
    for (const [from, to] of [
      ['told', 'maker'],
      ['paper', 'first'],
      ['ring-a', 'ring-b'],
      ['ring-b', 'ring-a'],
    ] as const)
      must(await recordLink(db, system, { from, to, mode: 'cites' }), `${from} ${to}`)
    const lost = async (...sources: string[]) => {
      const claim = must(
        await recordClaim(db, system, {
          statement: `It appears in ${sources.join(' and ')}.`,
          speaker: 'maker',
          appearances: sources.map((source) => ({ source })),
        }),
        'claim',
      )
      const found = await getClaim(db, { kind: 'public' }, claim.slug)
      if (found.kind !== 'found') return found
      const { lost } = found.page.chain
      const titles = (nodes: object[] = []) => nodes.map((node) => (node as { name: string }).name)
      return lost && { how: lost.how, from: titles(lost.from), ends: titles(lost.ends) }
    }
    expect(await lost('told')).toBeNull()
    expect(await lost('told', 'paper')).toEqual({
      how: 'stop',
      from: ['Report paper'],
      ends: ['Report first'],
    })
    expect(await lost('told', 'first')).toEqual({ how: 'begin_nowhere', from: ['Report first'], ends: [] })
    expect(await lost('ring-a')).toEqual({ how: 'ring', from: ['Report ring-a'], ends: [] })
  })
})
