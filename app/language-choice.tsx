import { getTranslations } from 'next-intl/server'
import { getLanguage } from '@/lib/web/i18n'
import { LANGUAGE_CODES, LANGUAGES } from '@/lib/web/languages'

/** On the foot of every page: the other languages, each by its own name. */
export async function LanguageChoice() {
  const t = await getTranslations('shell')
  const now = await getLanguage()
  return (
    <form method="post" action="/language" aria-label={t('language')} className="no-print flex gap-x-4">
      {LANGUAGE_CODES.filter((code) => code !== now).map((code) => (
        <button
          key={code}
          type="submit"
          name="language"
          value={code}
          lang={code}
          dir={LANGUAGES[code].direction}
          // In letters of the system: a page of another language fetches no typeface for one word.
          className="cursor-pointer py-[0.1875rem] [font-family:system-ui] text-link underline"
        >
          {LANGUAGES[code].name}
        </button>
      ))}
    </form>
  )
}
