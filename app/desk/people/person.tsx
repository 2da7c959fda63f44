import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { Moment } from '@/app/_ledger/when'
import type { PersonRow } from '@/lib/queries/users'
import { RoleOptions } from './roles'

/** On a phone the cells stand one below the other, and the rule below the last. */
const CELL =
  'py-2 pe-4 align-baseline last:pe-0 max-sm:block max-sm:py-1 sm:border-b max-sm:last:border-b max-sm:last:pb-3 max-sm:first:pt-3 border-rule'

/** An account, and what an admin can do about it: each a form of its own. */
export function Person({ person, me }: { person: PersonRow; me: boolean }) {
  const t = useTranslations('people')
  const format = useFormatter()
  const { id, name, email, role, disabledAt, signedInAt, version } = person
  const subject = (
    <>
      <input type="hidden" name="user" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  )
  return (
    <tr className="max-sm:block">
      <th scope="row" className={`${CELL} text-start font-normal`}>
        <Link href={`/desk/people/${id}`} className="font-medium">
          {name}
        </Link>{' '}
        {me ? <span className="text-muted">({t('you')})</span> : null}
        <br />
        <span className="break-all text-muted">{email}</span>
      </th>
      <td className={CELL}>
        <form method="post" action="/desk/people/role" className="flex gap-2">
          {subject}
          <select
            name="role"
            className="field min-w-32"
            defaultValue={role}
            aria-label={t('roleOf', { name })}
          >
            <RoleOptions short />
          </select>
          <button type="submit" className="button button-quiet" aria-label={t('changeLabel', { name })}>
            {t('change')}
          </button>
        </form>
      </td>
      <td className={CELL}>
        {disabledAt
          ? t('disabled', { date: format.dateTime(new Date(disabledAt), { dateStyle: 'long' }) })
          : t('active')}
        <br />
        <span className="text-muted">
          {signedInAt ? (
            <>
              {t('signedIn')} <Moment at={signedInAt} />
            </>
          ) : (
            t('notSignedIn')
          )}
        </span>
      </td>
      <td className={CELL}>
        <div className="flex flex-wrap gap-2">
          <form method="post" action="/desk/people/state">
            {subject}
            <input type="hidden" name="to" value={disabledAt ? 'enabled' : 'disabled'} />
            <button
              type="submit"
              className="button button-quiet"
              aria-label={t(disabledAt ? 'enableLabel' : 'disableLabel', { name })}
            >
              {t(disabledAt ? 'enable' : 'disable')}
            </button>
          </form>
          {disabledAt ? null : (
            <form method="post" action="/desk/people/reset">
              {subject}
              <button type="submit" className="button button-quiet" aria-label={t('resetLabel', { name })}>
                {t('reset')}
              </button>
            </form>
          )}
        </div>
      </td>
    </tr>
  )
}
