/** What a form asks to be recorded along with its claim: speakers, sources and topics that the ledger does not know. */
import { readDate } from '../edtf'
import { newId } from '../ids'
import type { SourceInput } from '../input/source'
import type { SpeakerInput } from '../input/speaker'
import { sortForm } from '../sorting'
import type { Ref } from './form'

export type Fresh =
  | { type: 'speaker'; id: string; input: SpeakerInput }
  | { type: 'source'; id: string; input: SourceInput }
  | { type: 'topic'; id: string; input: { name: string } }

/** The type of what a kind names. */
export const typeOf = (make: string): Fresh['type'] =>
  make === 'topic' ? 'topic' : ['person', 'organization', 'anonymous'].includes(make) ? 'speaker' : 'source'

const isSpokesperson = (title: string) =>
  /\bspokes(wo)?man\b|\bspokesperson\b|\bpress secretary\b/i.test(title)

/** Gathers them: a name that stands in several fields is recorded once. */
export class FreshNodes {
  private readonly made = new Map<string, Fresh>()

  /**
   * @param organization the id of an organization that is recorded under a name; null where there is none
   */
  constructor(private readonly organization: (name: string) => string | null) {}

  /** In the order in which they can be recorded: each refers only to what stands before it. */
  list(): Fresh[] {
    const rank = (fresh: Fresh) =>
      fresh.type !== 'speaker' ? 3 : { organization: 0, person: 1, anonymous: 2 }[fresh.input.kind]
    return [...this.made.values()].sort((a, b) => rank(a) - rank(b))
  }

  private add(key: string, make: (id: string) => Fresh): string {
    const known = this.made.get(key)
    if (known) return known.id
    const fresh = make(newId())
    this.made.set(key, fresh)
    return fresh.id
  }

  private org(name: string, outlet: boolean): string | null {
    const text = name.trim()
    if (text === '') return null
    return (
      this.organization(text) ??
      this.add(`speaker ${sortForm(text)}`, (id) => ({
        type: 'speaker',
        id,
        input: { id, kind: 'organization', name: text, outlet },
      }))
    )
  }

  /** The id of what is recorded with the form under a name, if anything is. */
  named(name: string, types: readonly Fresh['type'][]): string | null {
    for (const type of types) {
      const fresh = this.made.get(`${type} ${sortForm(name.trim())}`)
      if (fresh) return fresh.id
    }
    return null
  }

  /** The id that a reference will have. */
  id(ref: Ref): string {
    const type = typeOf(ref.make)
    const name = ref.text.trim()
    return this.add(`${type} ${sortForm(name)}`, (id) => {
      if (type === 'topic') return { type, id, input: { name } }
      if (type === 'speaker') return { type, id, input: { id, ...this.speaker(ref, name) } }
      const date = readDate(ref.date)
      return {
        type,
        id,
        input: {
          id,
          kind: ref.make as SourceInput['kind'],
          title: name,
          publisher: this.org(ref.publisher, true),
          publishedAt: date.ok ? date.edtf : ref.date,
          url: ref.url,
        },
      }
    })
  }

  private speaker(ref: Ref, name: string): SpeakerInput {
    if (ref.make === 'organization') return { kind: 'organization', name, outlet: ref.outlet === 'yes' }
    if (ref.make === 'anonymous')
      return {
        kind: 'anonymous',
        name,
        vouchedBy: this.org(ref.vouchedBy, true),
        affiliation: this.org(ref.affiliation, false),
        headCount: ref.headCount.trim() ? { wording: ref.headCount } : null,
      }
    const org = this.org(ref.org, false)
    const kind = isSpokesperson(ref.role) ? 'spokesperson' : 'other'
    return { kind: 'person', name, roles: org ? [{ org, title: ref.role, kind }] : [] }
  }
}
