import { getTranslations } from 'next-intl/server'
import { HeadCell } from '@/app/_kit/head-cell'
import { Sideways } from '@/app/_kit/sideways'
import { Moment } from '@/app/_ledger/when'
import { RowAct } from '@/app/desk/parts/row-act'
import type { SessionRow } from '@/lib/queries/users'
import { deviceOf } from './device'

/** Where somebody is signed in; every session but the one that looks can be ended here. */
export async function Sessions({ sessions, here }: { sessions: SessionRow[]; here: string }) {
  const t = await getTranslations('account')
  const rows = sessions.map((session) => {
    const device = deviceOf(session.userAgent)
    return { ...session, device: device ? t('deviceOn', device) : t('unknownDevice') }
  })
  const cell = 'border-b border-rule py-1.5 pe-4 align-baseline'
  return (
    <>
      <Sideways label={t('sessionsTitle')}>
        <table className="w-full max-w-[48rem]">
          <thead>
            <tr>
              <HeadCell>{t('device')}</HeadCell>
              <HeadCell>{t('from')}</HeadCell>
              <HeadCell>{t('since')}</HeadCell>
              <HeadCell>
                <span className="sr-only">{t('end')}</span>
              </HeadCell>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, device, ipAddress, createdAt }) => (
              <tr key={id}>
                <td className={cell}>{device}</td>
                <td className={`${cell} numbers`}>{ipAddress}</td>
                <td className={cell}>
                  <Moment at={createdAt} />
                </td>
                <td className={`${cell} text-end`}>
                  {id === here ? (
                    <span className="text-muted">{t('here')}</span>
                  ) : (
                    <RowAct
                      action="/desk/account/sessions"
                      name="session"
                      value={id}
                      label={t('endLabel', { device })}
                    >
                      {t('end')}
                    </RowAct>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
      {sessions.length > 1 ? (
        <form method="post" action="/desk/account/sessions" className="mt-4">
          <button type="submit" className="button button-quiet">
            {t('endOthers')}
          </button>
        </form>
      ) : null}
    </>
  )
}
