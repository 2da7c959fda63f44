/** A record that describes a speaker: a person with offices, a publisher with the words of its verdicts. */
import { readAddress } from './address'
import { isFields, textOf, textsOf } from './cell'
import type { Mapped, RoleDraft } from './draft'
import { looksLikeOrganization } from './people'
import type { Reading } from './reading'

const ROLE = {
  title: ['title', 'role', 'name', 'position'],
  org: ['org', 'organization', 'organisation', 'employer', 'party', 'institution'],
  from: ['from', 'start', 'since', 'begin'],
  to: ['to', 'thru', 'through', 'until', 'end'],
}

/** An office that is described without what it belongs to is an organization by its own name. */
const roleOf = (value: unknown, reading: Reading): RoleDraft[] => {
  if (!isFields(value))
    return textsOf(value).map((title) => ({ org: title, title, from: null, to: null, ended: false }))
  const pick = (names: readonly string[]) => names.flatMap((name) => textsOf(value[name])[0] ?? [])[0] ?? null
  const title = pick(ROLE.title)
  const org = pick(ROLE.org) ?? title
  if (!org) return []
  const to = reading.dateOf('roles', pick(ROLE.to))
  return [{ org, title, from: reading.dateOf('roles', pick(ROLE.from)), to, ended: to !== null }]
}

export const mapSpeaker = (reading: Reading): Mapped => {
  const name = reading.text('name')
  if (!name) return reading.skip('name', 'Nothing says who this is.')
  const roles = [reading.raw('roles')].flat().flatMap((role) => roleOf(role, reading))
  const ratings = [reading.raw('ratings')].flat().flatMap((rating) => {
    if (!isFields(rating)) return []
    const label = textOf(rating.name) ?? textOf(rating.text) ?? textOf(rating.label)
    return label ? [{ id: textOf(rating.id) ?? label, name: label }] : []
  })
  const given = reading.text('kind')?.toLowerCase()
  const organization =
    given === 'organization' ||
    ratings.length > 0 ||
    (given === undefined && roles.length === 0 && looksLikeOrganization(name))
  const wikidata = /^(?:.*\/)?(Q[1-9]\d{0,11})$/.exec(reading.text('wikidata') ?? '')?.[1] ?? null
  const keys = reading.all('id')
  return {
    drafts: [
      {
        subject: 'speaker',
        keys: keys.length > 0 ? keys : [name.toLowerCase()],
        name,
        id: keys[0] ?? null,
        kind: organization ? 'organization' : 'person',
        url: readAddress(reading.text('url') ?? ''),
        description: reading.text('description'),
        wikidata,
        roles: organization ? [] : roles,
        ratings,
      },
    ],
    problems: reading.problems,
  }
}
