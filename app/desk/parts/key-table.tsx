import { useTranslations } from 'next-intl'
import { HeadCell } from '@/app/_kit/head-cell'
import { Moment } from '@/app/_ledger/when'
import { RowAct } from '@/app/desk/parts/row-act'
import type { KeyRow } from '@/lib/queries/api-keys'
import { Phone } from './phone'

const CELL =
  'border-rule py-1.5 pe-4 align-baseline last:pe-0 max-sm:block max-sm:py-0.5 max-sm:last:border-b max-sm:last:pb-3 max-sm:first:pt-3 sm:border-b'

/** Keys with what they are for, and when they were used; each that works can be revoked. */
export function KeyTable({
  keys,
  revoke,
  owners,
}: {
  keys: readonly KeyRow[]
  revoke: string
  owners?: boolean
}) {
  const t = useTranslations('keys')
  if (keys.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <div className="scroll-x">
      <table className="w-full max-sm:block">
        <thead className="max-sm:sr-only">
          <tr>
            <HeadCell>{t('name')}</HeadCell>
            {owners ? <HeadCell>{t('owner')}</HeadCell> : null}
            <HeadCell>{t('scopes')}</HeadCell>
            <HeadCell>{t('used')}</HeadCell>
            <HeadCell>{t('ends')}</HeadCell>
            <HeadCell>
              <span className="sr-only">{t('revoke')}</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {keys.map((key) => (
            <tr key={key.id} className="max-sm:block">
              <th scope="row" className={`${CELL} text-start font-normal`}>
                <bdi className="font-medium">{key.name}</bdi>
                <br />
                <span className="text-muted">
                  <code>{key.prefix}…</code> · {t('madeBy', { name: key.byName })}{' '}
                  <Moment at={key.createdAt} />
                </span>
              </th>
              {owners ? (
                <td className={CELL}>
                  <Phone>{t('owner')}</Phone>
                  {key.owner}
                </td>
              ) : null}
              <td className={CELL}>
                <Phone>{t('scopes')}</Phone>
                {key.scopes.join(', ')}
              </td>
              <td className={CELL}>
                <Phone>{t('used')}</Phone>
                {key.lastUsedAt ? <Moment at={key.lastUsedAt} /> : t('never')}
              </td>
              <td className={CELL}>
                <Phone>{t('ends')}</Phone>
                <Ends of={key} />
              </td>
              <td className={`${CELL} sm:text-end`}>
                {key.state === 'revoked' ? null : (
                  <RowAct
                    action={revoke}
                    name="key"
                    value={key.id}
                    label={t('revokeLabel', { name: key.name })}
                  >
                    {t('revoke')}
                  </RowAct>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** When it ends, or why it does not work any more. */
function Ends({ of: { state, expiresAt, revokedAt, revokedBy } }: { of: KeyRow }) {
  const t = useTranslations('keys')
  if (state === 'revoked' && revokedAt)
    return (
      <>
        {t('revokedBy', { name: revokedBy ?? '' })} <Moment at={revokedAt} />
      </>
    )
  if (!expiresAt) return t('forever')
  return (
    <>
      {state === 'expired' ? `${t('expired')} ` : null}
      <Moment at={expiresAt} />
    </>
  )
}
