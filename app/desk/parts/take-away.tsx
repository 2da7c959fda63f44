import { useTranslations } from 'next-intl'
import { TextArea } from '@/app/_kit/field'
import { Section } from '@/app/_kit/section'

/** Takes a record away from readers, or puts it back. */
export function TakeAway({
  action,
  version,
  withdrawn,
  hint,
}: {
  action: string
  version: number
  withdrawn: boolean
  hint: string
}) {
  const t = useTranslations('editSpeaker')
  return (
    <Section title={withdrawn ? t('putBack') : t('withdraw')} note={withdrawn ? undefined : hint}>
      <form method="post" action={action} className="max-w-[46rem] space-y-3">
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="back" value={withdrawn ? 'on' : ''} />
        <TextArea label={t('reason')} name="reason" required maxLength={1000} />
        <button type="submit" className="button button-quiet">
          {withdrawn ? t('putBack') : t('withdraw')}
        </button>
      </form>
    </Section>
  )
}
