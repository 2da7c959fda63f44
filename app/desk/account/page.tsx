import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { Field } from '@/app/_kit/field'
import { Notice } from '@/app/_kit/notice'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { PASSWORD_MAX, PASSWORD_MIN } from '@/lib/domain/input/account'
import { listKeys } from '@/lib/queries/api-keys'
import { getSecondStep } from '@/lib/queries/second-step'
import { listSessions } from '@/lib/queries/users'
import { SESSION_DAYS } from '@/lib/web/auth'
import { getDatabase } from '@/lib/web/database'
import { readSaid } from '@/lib/web/flash'
import { openedStep } from '@/lib/web/second-step-open'
import { getSignedIn } from '@/lib/web/session'
import { NewSecret } from '../parts/new-secret'
import { Keys } from './keys'
import { NewCodes, SecondStep } from './second-step'
import { Sessions } from './sessions'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('account')
  return { title: t('title'), robots: { index: false } }
}

const SAID = ['name', 'password', 'session', 'sessions', 'key', 'stepBegun', 'stepOn', 'stepOff'] as const
const FIELDS = ['name', 'current', 'password', 'scopes', 'stepPassword', 'code']

export default async function Account() {
  const here = await getSignedIn()
  if (!here) redirect('/sign-in?next=/desk/account')
  const { viewer, email, sessionId } = here
  const t = await getTranslations('account')
  const k = await getTranslations('keys')
  const db = getDatabase()
  const [sessions, keys, step] = await Promise.all([
    listSessions(db, viewer, viewer.id),
    listKeys(db, viewer, viewer.id),
    getSecondStep(db, viewer, viewer.id),
  ])
  const shown = step.state === 'waiting' ? await openedStep(step.sealed, email) : step
  const flash = await readSaid()
  const { said, refusal, typed, secret, codes } = flash
  const ofKey = typed !== undefined && 'keyName' in typed
  const went = SAID.find((key) => key === said)
  const error = (field: string) => (!ofKey && refusal?.field === field ? refusal.sentence : undefined)
  const password = { type: 'password', required: true, maxLength: PASSWORD_MAX } as const
  return (
    <>
      <PageTitle aside={t('who', { email, role: viewer.role })}>{t('title')}</PageTitle>
      {went ? <Notice>{t(`said_${went}`)}</Notice> : null}
      {refusal ? (
        <Notice title={t('refused')}>{FIELDS.includes(refusal.field ?? '') ? null : refusal.sentence}</Notice>
      ) : null}
      {secret ? (
        <NewSecret
          title={k('newTitle', { name: secret.name })}
          text={k('newText')}
          value={secret.value}
          copy={k('copy')}
          copied={k('copied')}
        />
      ) : null}
      {codes ? <NewCodes codes={codes} /> : null}
      <Section title={t('nameTitle')}>
        <form method="post" action="/desk/account/name" className="grid max-w-[26rem] gap-4">
          <Field
            label={t('name')}
            hint={t('nameHint')}
            error={error('name')}
            name="name"
            autoComplete="name"
            required
            maxLength={120}
            defaultValue={typed?.name ?? viewer.name}
          />
          <div>
            <button type="submit" className="button">
              {t('nameSubmit')}
            </button>
          </div>
        </form>
      </Section>
      <Section title={t('passwordTitle')}>
        <form method="post" action="/desk/account/password" className="grid max-w-[26rem] gap-4">
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <Field
            {...password}
            label={t('current')}
            error={error('current')}
            name="current"
            autoComplete="current-password"
          />
          <Field
            {...password}
            label={t('password')}
            hint={t('passwordHint', { min: PASSWORD_MIN })}
            error={error('password')}
            name="password"
            autoComplete="new-password"
            minLength={PASSWORD_MIN}
          />
          <div>
            <button type="submit" className="button">
              {t('passwordSubmit')}
            </button>
          </div>
        </form>
      </Section>
      <Section title={t('stepTitle')} note={t('stepNote')}>
        <SecondStep step={shown} refused={error} />
      </Section>
      <Section title={t('sessionsTitle')} note={t('sessionsNote', { days: SESSION_DAYS })}>
        <Sessions sessions={sessions} here={sessionId} />
      </Section>
      <Keys keys={keys} said={flash} />
    </>
  )
}
