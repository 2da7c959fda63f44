import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Checkbox } from '@/app/_kit/checkbox'
import { Field } from '@/app/_kit/field'
import { PageTitle } from '@/app/_kit/page-title'
import { countIn } from '@/app/claims/count'
import { describeInPage } from '@/app/claims/describe'
import { DroppedNotice } from '@/app/claims/dropped'
import { FilterSentence } from '@/app/claims/sentence'
import { PageFoot } from '@/app/page-foot'
import { firstPage, hrefOf, paramsOf, parseClaimQuery, without } from '@/lib/domain/query'
import { getFacetValues, LONG_FACETS, type LongFacet } from '@/lib/queries/claims/values'
import { getDatabase } from '@/lib/web/database'
import { getViewer } from '@/lib/web/session'

interface Props {
  params: Promise<{ facet: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const facetIn = (text: string): LongFacet => LONG_FACETS.find((facet) => facet === text) ?? notFound()

const load = async ({ params, searchParams }: Props) => {
  const facet = facetIn((await params).facet)
  const { find, ...rest } = await searchParams
  const { query, dropped } = parseClaimQuery(rest)
  return { facet, find: [find].flat()[0] ?? '', query: firstPage(query), dropped }
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const t = await getTranslations('values')
  return { title: t(facetIn((await params).facet)) }
}

/** All values of a facet that has more than stand beside the list, to choose from; it needs no JavaScript. */
export default async function ValuesPage(props: Props) {
  const { facet, find, query, dropped } = await load(props)
  const t = await getTranslations('values')
  const count = await countIn()
  const { values, more, names } = await getFacetValues(getDatabase(), await getViewer(), query, facet, find)
  const others = without(query, facet)
  const hidden = (from: typeof query) =>
    [...paramsOf(from)].map(([name, value]) => (
      <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
    ))
  return (
    <>
      <PageTitle>{t(facet)}</PageTitle>
      <FilterSentence parts={await describeInPage(query, names)} />
      <DroppedNotice dropped={dropped} unknown={names.unknown} />
      <form action={`/values/${facet}`} method="get" className="mt-4 flex max-w-md items-end gap-2">
        {hidden(query)}
        <div className="grow">
          <Field name="find" type="search" label={t('find')} defaultValue={find} autoComplete="off" />
        </div>
        <button type="submit" className="button button-quiet">
          {t('findButton')}
        </button>
      </form>
      <form action="/claims" method="get" className="mt-5">
        {hidden(others)}
        {/* What is chosen already stays chosen, also where it is not among these. */}
        {query[facet]
          .filter((slug) => !values.some(({ value }) => value === slug))
          .map((slug) => (
            <input key={slug} type="hidden" name={facet} value={slug} />
          ))}
        <p className="mb-2 max-w-[70ch] text-muted">
          {values.length === 0 ? t('none') : t(more ? 'most' : 'all', { n: values.length })}
        </p>
        <fieldset className="sm:columns-2 sm:gap-x-10 lg:columns-3">
          <legend className="sr-only">{t(facet)}</legend>
          {values.map(({ value, name, claims }) => (
            <Checkbox
              key={value}
              name={facet}
              value={value}
              label={name ?? value}
              count={count(claims)}
              defaultChecked={query[facet].includes(value)}
            />
          ))}
        </fieldset>
        <div className="mt-4 flex flex-wrap gap-2">
          {values.length > 0 ? (
            <button type="submit" className="button">
              {t('apply')}
            </button>
          ) : null}
          <Link href={hrefOf(query) as '/claims'} className="button button-quiet no-underline">
            {t('back')}
          </Link>
        </div>
      </form>
      <PageFoot folder="" address={hrefOf(query, `/values/${facet}`)} />
    </>
  )
}
