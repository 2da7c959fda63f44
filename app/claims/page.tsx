import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { parseClaimQuery, sentenceOf } from '@/lib/domain/query'
import { noteRecentView } from '@/lib/web/recent-view'
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
  return { title: sentence || t('title') }
}

export default async function ClaimsPage({ searchParams }: Props) {
  const view = await loadClaims(await searchParams)
  await noteRecentView(view.query)
  return <ClaimsView {...view} />
}
