import { useTranslations } from 'next-intl'
import { CopyButton } from '@/app/_kit/copy-button'
import { Field } from '@/app/_kit/field'
import { Notice } from '@/app/_kit/notice'
import { Moment } from '@/app/_ledger/when'

export type SecondStepShown =
  | { state: 'off' }
  | { state: 'waiting'; secret: string; picture: { d: string; size: number } }
  | { state: 'on'; since: string; codesLeft: number }

type Refused = (field: string) => string | undefined

/** Codes on paper, for the one time that they can be copied. */
export function NewCodes({ codes }: { codes: string[] }) {
  const t = useTranslations('account')
  return (
    <Notice title={t('codesTitle')}>
      <p>{t('codesText')}</p>
      <ul className="numbers my-2 grid select-all grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] gap-x-6">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <CopyButton text={codes.join('\n')} label={t('codesCopy')} done={t('codesCopied')} />
    </Notice>
  )
}

function ByPassword({ action, submit, refused }: { action: string; submit: string; refused?: Refused }) {
  const t = useTranslations('account')
  return (
    <form method="post" action={`/desk/account/second-step/${action}`} className="grid max-w-[26rem] gap-4">
      <Field
        label={t('current')}
        error={refused?.('stepPassword')}
        name="stepPassword"
        type="password"
        autoComplete="current-password"
        required
      />
      <div>
        <button type="submit" className="button">
          {submit}
        </button>
      </div>
    </form>
  )
}

/** A picture for the camera of a phone; black on white in either theme, because cameras read it so. */
function Picture({ d, size, label }: { d: string; size: number; label: string }) {
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      width={200}
      height={200}
      role="img"
      aria-label={label}
      className="max-w-full"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={d} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}

/** The second step of signing in: off, waiting for the first code of the app, or on. */
export function SecondStep({ step, refused }: { step: SecondStepShown; refused: Refused }) {
  const t = useTranslations('account')
  if (step.state === 'off') return <ByPassword action="begin" submit={t('stepBegin')} refused={refused} />
  if (step.state === 'waiting')
    return (
      <>
        <ol className="mb-4 grid max-w-[60ch] list-decimal gap-3 ps-5">
          <li>
            {t('stepScan')}
            <div className="my-2">
              <Picture {...step.picture} label={t('stepPicture')} />
            </div>
            {t('stepType')}{' '}
            <code className="numbers select-all break-all">{step.secret.replace(/.{4}(?=.)/g, '$& ')}</code>
          </li>
          <li>{t('stepThen')}</li>
        </ol>
        <form method="post" action="/desk/account/second-step/confirm" className="grid max-w-[26rem] gap-4">
          <Field
            label={t('stepCode')}
            error={refused('code')}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            required
            maxLength={12}
          />
          <div>
            <button type="submit" className="button">
              {t('stepConfirm')}
            </button>
          </div>
        </form>
      </>
    )
  return (
    <>
      <p className="mb-4">
        {t('stepSince')} <Moment at={step.since} />. {t('codesLeft', { n: step.codesLeft })}
      </p>
      <details className="mb-3" open={Boolean(refused('stepPassword'))}>
        <summary>{t('codesAgain')}</summary>
        <div className="mt-3">
          <ByPassword action="codes" submit={t('codesAgain')} refused={refused} />
        </div>
      </details>
      <details>
        <summary>{t('stepEnd')}</summary>
        <div className="mt-3">
          <ByPassword action="end" submit={t('stepEnd')} />
        </div>
      </details>
    </>
  )
}
