import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Field, Select } from '@/app/_kit/field'
import type { LogQuery } from '@/lib/queries/desk/log'

/** What the log can be narrowed to: what a thing happened to. */
const SUBJECTS = ['claim', 'speaker', 'source', 'link', 'topic', 'review'] as const

/** Narrows the log; a form of its own address. */
export async function LogFilters({ query, narrowed }: { query: LogQuery; narrowed: boolean }) {
  const t = await getTranslations('log')
  const { person, entity, kind, from, to } = query
  const exact = kind && !SUBJECTS.some((subject) => subject === kind) ? kind : null
  return (
    <form
      action="/desk/log"
      className="mb-6 grid items-start gap-3 sm:grid-cols-3 lg:grid-cols-[repeat(5,1fr)_auto]"
    >
      <Field name="person" label={t('person')} hint={t('personHint')} defaultValue={person} maxLength={200} />
      <Select name="kind" label={t('kind')} defaultValue={kind ?? ''}>
        <option value="">{t('anything')}</option>
        {SUBJECTS.map((subject) => (
          <option key={subject} value={subject}>
            {t('subject', { kind: subject })}
          </option>
        ))}
        {exact ? <option value={exact}>{exact}</option> : null}
      </Select>
      <Field
        name="entity"
        label={t('entity')}
        hint={t('entityHint')}
        defaultValue={entity ? `${entity.kind}/${entity.slug}` : ''}
        maxLength={200}
      />
      <Field name="from" label={t('from')} hint={t('dayHint')} defaultValue={from} maxLength={30} />
      <Field name="to" label={t('to')} defaultValue={to} maxLength={30} />
      <p className="flex flex-wrap items-baseline gap-x-4 lg:pt-5">
        <button type="submit" className="button button-quiet">
          {t('apply')}
        </button>
        {narrowed ? <Link href={'/desk/log' as '/'}>{t('clear')}</Link> : null}
      </p>
    </form>
  )
}
