import Link from 'next/link'
import { getTranslations } from 'next-intl/server'

export default async function NotFound() {
  const t = await getTranslations('shell')
  return (
    <div className="max-w-[60ch] pt-6">
      <h1 className="font-serif text-3xl">{t('notFoundTitle')}</h1>
      <p className="mt-4 text-body">{t('notFoundText')}</p>
      <ul className="mt-4 flex gap-6">
        <li>
          <Link href="/claims">{t('notFoundClaims')}</Link>
        </li>
        <li>
          <Link href="/speakers">{t('notFoundSpeakers')}</Link>
        </li>
      </ul>
    </div>
  )
}
