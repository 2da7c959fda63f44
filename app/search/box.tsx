import { getTranslations } from 'next-intl/server'
import { MOST_TYPED } from '@/lib/domain/search/sought'
import { SearchKeys } from './keys'
import { paletteWords } from './words'

/** The search box of every page: a plain form. */
export async function SearchBox() {
  const t = await getTranslations('search')
  return (
    <search className="no-print ms-auto max-sm:order-last max-sm:ms-0 max-sm:basis-full">
      <form action="/search" method="get">
        <input
          id="search"
          type="search"
          name="q"
          aria-label={t('label')}
          placeholder={t('placeholder')}
          aria-keyshortcuts="/ Control+K Meta+K"
          maxLength={MOST_TYPED}
          autoComplete="off"
          className="field min-h-8! py-0.5! sm:w-44"
        />
      </form>
      <SearchKeys words={await paletteWords()} />
    </search>
  )
}
