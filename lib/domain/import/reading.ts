/** What a record of a file says of each of our fields, by the importer's mapping. */
import { linkIn, readAddress } from './address'
import { isFields, listOf, textsOf } from './cell'
import { readImported } from './dates'
import type { Mapped, Problem } from './draft'
import type { ImportField } from './fields'
import { readNumber } from './numbers'
import type { ImportProfile } from './profile'
import { valueAt } from './record-places'

export type Fields = Record<string, unknown>

/** Answers what a record says of each of our fields. */
export class Reading {
  readonly problems: Problem[] = []

  constructor(
    private readonly record: Fields,
    private readonly profile: ImportProfile,
  ) {}

  raw(field: ImportField): unknown {
    for (const place of this.profile.columns[field] ?? []) {
      const value = valueAt(this.record, place)
      if (textsOf(value).length > 0 || isFields(value) || (Array.isArray(value) && value.length > 0))
        return value
    }
    return this.profile.constants[field]
  }

  /** Every place of a field, each with what it says. */
  all(field: ImportField): string[] {
    return (this.profile.columns[field] ?? []).flatMap(
      (place) => textsOf(valueAt(this.record, place))[0] ?? [],
    )
  }

  text(field: ImportField): string | null {
    return textsOf(this.raw(field))[0] ?? null
  }

  list(field: ImportField): string[] {
    return [...new Set(listOf(this.raw(field)))]
  }

  date(field: ImportField): string | null {
    return this.dateOf(field, this.text(field))
  }

  dateOf(field: string, text: string | null): string | null {
    if (text === null) return null
    const read = readImported(text, this.profile.dates)
    if (read.ok) return read.date
    this.partly(field, read.sentence)
    return null
  }

  number(field: ImportField): number | null {
    const text = this.text(field)
    const number = text === null ? null : readNumber(text)
    if (text !== null && number === null) this.partly(field, `“${text.slice(0, 40)}” is no number.`)
    return number
  }

  /** What is written where an address should stand; of a link in markup, where it leads. */
  link(field: ImportField): string | null {
    const value = this.raw(field)
    return (typeof value === 'string' ? linkIn(value) : null) ?? this.text(field)
  }

  address(field: ImportField): string | null {
    const text = this.link(field)
    return text === null ? null : readAddress(text)
  }

  /** Something is left out of the record. */
  partly(field: string, sentence: string): void {
    this.problems.push({ field, sentence, skips: false })
  }

  /** The record is left out. */
  skip(field: string, sentence: string): Mapped {
    return { drafts: [], problems: [...this.problems, { field, sentence, skips: true }] }
  }
}
