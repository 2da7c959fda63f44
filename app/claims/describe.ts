import { getTranslations } from 'next-intl/server'
import { type ClaimQuery, describeClaimQuery, type Names, type Part } from '@/lib/domain/query'

/** The query as a sentence, in the language of the request. */
export const describeInPage = async (query: ClaimQuery, names: Names): Promise<Part[]> => {
  const t = await getTranslations()
  const say = (key: string, values?: Record<string, string | number>) =>
    t(`query.${key}` as 'query.by', values as never)
  const label = (vocabulary: string, value: string) => t(`${vocabulary}.${value}` as 'status.unsourced')
  return describeClaimQuery(query, names, say, label)
}
