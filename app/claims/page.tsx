import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { hrefOf, parseClaimQuery, sentenceOf, wholeView } from '@/lib/domain/query'
import { noteRecentView } from '@/lib/web/recent-view'
import { listHead } from '@/lib/web/twins'
import { describeInPage } from './describe'
import { loadClaims, type SearchParams } from './load'
import { ClaimsView } from './view'

interface Props {
  searchParams: Promise<SearchParams>
}

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const t = await getTranslations('claims')
  const { query } = parseClaimQuery(await props.searchParams)
  const plain = { speakers: new Map(), sources: new Map(), topics: new Map() }
  const sentence = sentenceOf(await describeInPage(query, plain))
  const head = await listHead('claims', hrefOf(query, ''), hrefOf(wholeView(query), ''))
  return { title: sentence || t('title'), ...head }
}

export default async function ClaimsPage({ searchParams }: Props) {
  const view = await loadClaims(await searchParams)
  await noteRecentView(view.query)
  return <ClaimsView {...view} />
}
