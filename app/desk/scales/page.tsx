import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Field, TextArea } from '@/app/_kit/field'
import { FormErrors } from '@/app/_kit/form-errors'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { can } from '@/lib/domain/actor'
import { ratingScales } from '@/lib/queries/claims/reviews'
import { getDatabase } from '@/lib/web/database'
import { keptForm, typedOr } from '@/lib/web/forms'
import { requireUser } from '@/lib/web/session'

interface Props {
  searchParams: Promise<{ draft?: string | string[] }>
}

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('scales'))('title'),
})

/** The scales on which verdicts are given; admins add to them. */
export default async function Scales({ searchParams }: Props) {
  const t = await getTranslations('scales')
  const viewer = await requireUser('/desk/scales')
  const kept = await keptForm('scale.new', (await searchParams).draft)
  const scales = await ratingScales(getDatabase().reader)
  const field = (name: string) => ({ name, label: t(name as 'name'), defaultValue: typedOr(kept, name, '') })
  return (
    <>
      <PageTitle>{t('title')}</PageTitle>
      <p className="max-w-[70ch]">{t('intro')}</p>
      {scales.length === 0 ? <p className="mt-4 text-muted">{t('none')}</p> : null}
      <ul className="mt-4 max-w-[70ch]">
        {scales.map(({ id, name, publisher, best, worst, labels }) => (
          <li key={id} className="border-t border-rule py-2">
            <p className="font-medium">{name}</p>
            <p className="label numbers">{t('ofWhom', { publisher, best, worst })}</p>
            {labels.length > 0 ? (
              <p className="label numbers">
                {labels.map(({ value, text }) => `${value} ${text}`).join(' · ')}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {can(viewer, 'administer', { kind: 'review' }) ? (
        <Section title={t('add')}>
          <FormErrors title="" summary={kept?.refusal?.sentence ?? null} problems={[]} />
          <form method="post" action="/desk/scales/save" className="grid max-w-2xl gap-3 sm:grid-cols-2">
            <Field {...field('name')} maxLength={200} />
            <Field {...field('publisher')} maxLength={300} />
            <Field {...field('best')} inputMode="decimal" maxLength={20} />
            <Field {...field('worst')} inputMode="decimal" maxLength={20} />
            <div className="sm:col-span-2">
              <TextArea {...field('labels')} hint={t('labelsHint')} rows={4} maxLength={4000} />
            </div>
            <p>
              <button type="submit" className="button">
                {t('save')}
              </button>
            </p>
          </form>
        </Section>
      ) : null}
    </>
  )
}
