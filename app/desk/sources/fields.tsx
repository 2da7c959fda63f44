import { useTranslations } from 'next-intl'
import { SOURCE_REFS } from '@/lib/domain/record-form/source'
import { AUTHENTICITIES, SOURCE_KINDS } from '@/lib/domain/vocabulary'
import { Choice, Line, Lines } from '../parts/fields'
import { NameLine } from '../parts/name-line'
import type { Shown } from '../parts/shown'

/** The fields of a source; its status has a page of its own. */
export function SourceFields({ shown }: { shown: Shown }) {
  const t = useTranslations()
  const e = useTranslations('editSource')
  return (
    <>
      <Choice
        shown={shown}
        name="kind"
        label={e('kind')}
        options={SOURCE_KINDS.map((kind) => [kind, t(`sourceKind.${kind}`)])}
      />
      <Line shown={shown} name="title" label={e('name')} required />
      <div className="grid gap-3 sm:grid-cols-2">
        <NameLine kinds={SOURCE_REFS.publisher} shown={shown} name="publisher" label={e('publisher')} />
        <NameLine
          kinds={SOURCE_REFS.issuer}
          shown={shown}
          name="issuer"
          label={e('issuer')}
          hint={e('issuerHint')}
        />
        <Line shown={shown} name="publishedAt" label={e('publishedAt')} hint={e('dateHint')} />
        <Line shown={shown} name="modifiedAt" label={e('modifiedAt')} hint={e('dateHint')} />
      </div>
      <Lines shown={shown} name="authors" label={e('authors')} />
      <Line shown={shown} name="url" label={e('url')} />
      <Line shown={shown} name="canonicalUrl" label={e('canonicalUrl')} />
      <Line shown={shown} name="language" label={e('language')} hint={e('languageHint')} />
      <Choice
        shown={shown}
        name="authenticity"
        label={e('authenticity')}
        options={['unverified' as const, ...AUTHENTICITIES.filter((a) => a !== 'unverified')].map((a) => [
          a,
          t(`authenticity.${a}`),
        ])}
      />
      <Lines shown={shown} name="authenticityNote" label={e('authenticityNote')} />
      <Lines shown={shown} name="note" label={e('note')} />
    </>
  )
}
