import { useTranslations } from 'next-intl'
import { HeadCell } from '@/app/_kit/head-cell'
import { Moment } from '@/app/_ledger/when'
import { RowAct } from '@/app/desk/parts/row-act'
import type { OpenLink } from '@/lib/queries/users'

const CELL =
  'py-1.5 pe-4 align-baseline last:pe-0 max-sm:block max-sm:py-0.5 sm:border-b max-sm:last:border-b max-sm:last:pb-3 max-sm:first:pt-3 border-rule'

/** Links that were handed out and not used yet; each can be taken back. */
export function OpenLinks({ links }: { links: OpenLink[] }) {
  const t = useTranslations('people')
  if (links.length === 0) return <p className="text-muted">{t('openNone')}</p>
  return (
    <div className="scroll-x">
      <table className="w-full max-w-[56rem] max-sm:block">
        <caption className="sr-only">{t('openTitle')}</caption>
        <thead className="max-sm:sr-only">
          <tr>
            <HeadCell>{t('email')}</HeadCell>
            <HeadCell>{t('purpose')}</HeadCell>
            <HeadCell>{t('madeBy')}</HeadCell>
            <HeadCell>{t('expires')}</HeadCell>
            <HeadCell>
              <span className="sr-only">{t('revoke')}</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {links.map(({ id, purpose, email, byName, expiresAt }) => (
            <tr key={id} className="max-sm:block">
              <th scope="row" className={`${CELL} break-all text-start font-normal`}>
                {email}
              </th>
              <td className={CELL}>{t(`purpose_${purpose}`)}</td>
              <td className={CELL}>{byName ?? t('machine')}</td>
              <td className={CELL}>
                <Moment at={expiresAt} />
              </td>
              <td className={`${CELL} sm:text-end`}>
                <RowAct
                  action="/desk/people/revoke"
                  name="link"
                  value={id}
                  label={t('revokeLabel', { email: email ?? '' })}
                >
                  {t('revoke')}
                </RowAct>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
