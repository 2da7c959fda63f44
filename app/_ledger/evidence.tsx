import { useTranslations } from 'next-intl'
import type { EvidenceView } from '@/lib/queries/views'
import { NodeName } from './names'
import { Quote } from './quote'

function Item({ item }: { item: EvidenceView }) {
  const t = useTranslations()
  const terms = [
    t(`access.${item.access as 'public'}`),
    item.basis === 'not_stated' ? null : t(`basis.${item.basis as 'expert'}`),
    item.capacity === 'official' ? t('capacity.official') : null,
    item.locator,
    item.covers === 'part' ? t('claim.part') : null,
    item.state === 'active' ? null : t(`claim.${item.state as 'withdrawn'}`),
    item.vouchedBy ? t('claim.vouchedBy', { name: item.vouchedBy.name }) : null,
  ].filter(Boolean)
  return (
    <li className={item.state === 'active' ? '' : 'text-muted line-through decoration-rule'}>
      {item.target ? <NodeName node={item.target} /> : null}
      {item.excerpt ? (
        <>
          {' '}
          <Quote text={item.excerpt} />
        </>
      ) : null}
      <div className="text-small text-muted">{terms.join(' · ')}</div>
      {item.note ? (
        <p className="text-small" dir="auto">
          {item.note}
        </p>
      ) : null}
      {item.stateNote ? (
        <p className="text-small" dir="auto">
          {item.stateNote}
        </p>
      ) : null}
    </li>
  )
}

const SIDES = [
  ['supports', 'claim.for'],
  ['contradicts', 'claim.against'],
  ['context', 'claim.context'],
] as const

/** Evidence for, against and for context, side by side where there is room. */
export function EvidenceColumns({ items }: { items: readonly EvidenceView[] }) {
  const t = useTranslations()
  return (
    <div className="grid gap-x-8 gap-y-5 min-[900px]:grid-cols-3 print:grid-cols-3">
      {SIDES.map(([relation, title]) => {
        const side = items.filter((item) => item.relation === relation)
        return (
          <div key={relation}>
            <h3 className="mb-1.5 font-semibold">
              {t(title)} <span className="numbers font-normal text-muted">{side.length}</span>
            </h3>
            {side.length === 0 ? (
              <p className="text-muted">{t('claim.noEvidence')}</p>
            ) : (
              <ul className="space-y-2.5">
                {side.map((item) => (
                  <Item key={item.id} item={item} />
                ))}
              </ul>
            )}
          </div>
        )
      })}
    </div>
  )
}
