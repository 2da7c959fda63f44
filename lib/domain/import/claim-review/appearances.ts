import { addressesIn } from '../address'
import { isFields, textOf } from '../cell'
import type { Problem, SourceDraft } from '../draft'
import { sourceDraft } from '../sources'
import { typesOf } from './forms'

/** Appearances as publishers give them: things, bare addresses, several in one text. */
export const appearances = (item: unknown, problems: Problem[]): SourceDraft[] => {
  if (!isFields(item)) return []
  const own = typesOf(item).includes('Claim') ? [] : [{ ...item, name: item.name ?? null }]
  const listed = [item.firstAppearance, item.appearance, item.isPartOf].flatMap((value) =>
    Array.isArray(value) ? value : [value],
  )
  const found: SourceDraft[] = []
  const add = (source: SourceDraft | null) => {
    if (source?.url && !found.some(({ url }) => url === source.url)) found.push(source)
  }
  for (const thing of [...own, ...listed]) {
    if (thing === undefined || thing === null || thing === '') continue
    if (isFields(thing)) add(sourceDraft({ ...thing, id: undefined }))
    else {
      const text = textOf(thing)
      if (!text) continue
      const urls = addressesIn(text)
      for (const url of urls) add(sourceDraft(url))
      if (urls.length === 0)
        problems.push({
          field: 'sources',
          sentence: `“${text.slice(0, 60)}” is no address, so this appearance was left out.`,
          skips: false,
        })
    }
  }
  return found
}
