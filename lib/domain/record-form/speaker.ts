/** The form of a speaker: its fields from a record, and the input of a command from its fields. */
import { type FormValues, flattened, type Nested } from '../form'
import type { SpeakerRecord } from '../input/speaker'
import { fieldsIn, linesIn, type Names, refValues, rowsIn, textIn } from './refs'

/** The fields of a form that shows this record. */
export const speakerValues = (record: Omit<SpeakerRecord, 'id'>, names: Names): FormValues => {
  const { vouchedBy, affiliation, mayOverlap, roles, aliases, sameAs, policyLinks, outlet, ...plain } = record
  return Object.assign(
    flattened({
      ...plain,
      outlet: outlet ? 'on' : '',
      aliases: aliases.join('\n'),
      sameAs: sameAs.join('\n'),
      policyLinks: policyLinks.map(({ kind, url }) => `${kind} ${url}`).join('\n'),
      roles: roles.map(({ org: _org, ended, ...role }) => ({ ...role, ended: ended ? 'on' : '' })),
    }),
    refValues('vouchedBy', vouchedBy, names),
    refValues('affiliation', affiliation, names),
    ...mayOverlap.map((id, i) => refValues(`mayOverlap.${i}`, id, names)),
    ...roles.map(({ org }, i) => refValues(`roles.${i}.org`, org, names)),
  )
}

/** A line such as “Corrections https://…” as the kind of a policy and its address. */
const policy = (line: string) => {
  const cut = line.search(/\S+$/)
  return { kind: line.slice(0, cut).trim(), url: line.slice(cut) }
}

const whole = (value: Nested | undefined): number | null => {
  const text = textIn(value)
  return text === '' ? null : Number(text)
}

/** Where the form refers to other records: the path of each, and the kinds of what may stand there. */
export const SPEAKER_REFS = {
  vouchedBy: ['organization'],
  affiliation: ['organization'],
  'roles.*.org': ['organization'],
  'mayOverlap.*': ['anonymous'],
} as const

const blank = (row: { [field: string]: Nested }): boolean =>
  !textIn(fieldsIn(row.org).text) && !textIn(row.title)

/** Takes out the rows in which nothing was written. */
export const withoutBlankRows = (input: { [field: string]: Nested }): { [field: string]: Nested } => ({
  ...input,
  roles: rowsIn(input.roles).filter((row) => !blank(row)),
  mayOverlap: rowsIn(input.mayOverlap).filter((row) => textIn(row.text)),
})

/**
 * The input of the commands that record and change a speaker, before it is checked.
 * @param id gives the id that a reference was found to mean
 */
export const speakerRaw = (
  input: { [field: string]: Nested },
  id: (path: string) => string | null,
): Record<string, unknown> => {
  const head = fieldsIn(input.headCount)
  return {
    kind: textIn(input.kind),
    name: textIn(input.name),
    description: textIn(input.description),
    identityNote: textIn(input.identityNote),
    outlet: textIn(input.outlet) === 'on',
    group: textIn(input.group),
    headCount: textIn(head.wording)
      ? { wording: textIn(head.wording), min: whole(head.min), max: whole(head.max) }
      : null,
    vouchedBy: id('vouchedBy'),
    affiliation: id('affiliation'),
    anonymityReason: textIn(input.anonymityReason),
    mayOverlap: rowsIn(input.mayOverlap).map((_, i) => id(`mayOverlap.${i}`)),
    roles: rowsIn(input.roles).map((row, i) => ({
      org: id(`roles.${i}.org`) ?? '',
      title: textIn(row.title),
      kind: textIn(row.kind) || 'other',
      from: textIn(row.from),
      to: textIn(row.to),
      ended: textIn(row.ended) === 'on',
    })),
    aliases: linesIn(input.aliases),
    sameAs: linesIn(input.sameAs),
    wikidataId: textIn(input.wikidataId),
    policyLinks: linesIn(input.policyLinks).map(policy),
  }
}
