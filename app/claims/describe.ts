import { getLocale, getTranslations } from 'next-intl/server'
import { dateWords } from '@/app/_ledger/when'
import { formatEdtf } from '@/lib/domain/edtf'
import { type ClaimQuery, describeClaimQuery, type Names, type Part } from '@/lib/domain/query'

/**
 * The query as a sentence, in the language of the request.
 * @param base the page that the links of the conditions lead to
 */
export const describeInPage = async (query: ClaimQuery, names: Names, base = '/claims'): Promise<Part[]> => {
  const t = await getTranslations()
  const say = (key: string, values?: Record<string, string | number>) =>
    t(`query.${key}` as 'query.by', values as never)
  const label = (vocabulary: string, value: string) => t(`${vocabulary}.${value}` as 'status.unsourced')
  const locale = await getLocale()
  const words = dateWords(await getTranslations('dates'))
  return describeClaimQuery(query, names, say, label, base, (edtf) => formatEdtf(edtf, locale, words))
}
