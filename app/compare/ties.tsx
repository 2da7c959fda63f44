import { useTranslations } from 'next-intl'
import { Section } from '@/app/_kit/section'
import { ClaimList } from '@/app/_ledger/claim-list'
import { NodeName } from '@/app/_ledger/names'
import { Statement } from '@/app/_ledger/statement'
import { StatusBadge } from '@/app/_ledger/status-badge'
import type { Comparison } from '@/lib/queries/speakers/compare'
import { Two } from './two'

interface Props {
  comparison: Comparison
}

/** The names of the two, those of `side` first. */
const namesFrom = ({ speakers }: Comparison, side: 0 | 1) => ({
  a: speakers[side].speaker.name,
  b: speakers[side === 0 ? 1 : 0].speaker.name,
})

/** Of each: what of it rests on the other. */
export function Relies({ comparison }: Props) {
  const t = useTranslations()
  const side = (i: 0 | 1) => {
    const { cites, links } = comparison.relies[i]
    if (cites.n === 0 && links.length === 0)
      return <p className="text-muted">{t('compare.reliesNone', namesFrom(comparison, i))}</p>
    return (
      <>
        {cites.n > 0 ? (
          <>
            <p className="label">{t('compare.cites', { n: cites.n })}</p>
            <ClaimList claims={cites.rows} hideSpeaker />
          </>
        ) : null}
        {links.length > 0 ? (
          <>
            <p className="label mt-2">{t('compare.got')}</p>
            <ul className="mt-1 space-y-1">
              {links.map(({ from, mode, to }, at) => (
                <li key={`${at}${mode}`}>
                  <NodeName node={from} brief />{' '}
                  <span className="text-muted">{t(`mode.${mode as 'cites'}`)}</span>{' '}
                  <NodeName node={to} brief />
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </>
    )
  }
  const title = (i: 0 | 1) => t('compare.reliesOn', namesFrom(comparison, i))
  return (
    <Section title={t('compare.relies')} note={t('compare.reliesNote')}>
      <Two titles={[title(0), title(1)]}>{[side(0), side(1)]}</Two>
    </Section>
  )
}

/** Of each: where it is cited against the other, and what its claims say against claims of the other. */
export function Against({ comparison }: Props) {
  const t = useTranslations()
  const side = (i: 0 | 1) => {
    const names = namesFrom(comparison, i)
    // What is cited against the claims of the other.
    const { cited } = comparison.against[i === 0 ? 1 : 0]
    const { relations } = comparison.against[i]
    if (cited.n === 0 && relations.length === 0)
      return <p className="text-muted">{t('compare.againstNone', names)}</p>
    return (
      <>
        {cited.n > 0 ? (
          <>
            <p className="label">{t('compare.cited', { n: cited.n, b: names.b })}</p>
            <ClaimList claims={cited.rows} hideSpeaker />
          </>
        ) : null}
        <ul className="divide-y divide-rule/70">
          {relations.map(({ kind, from, to }) => (
            <li key={`${kind} ${from.slug} ${to.slug}`} className="py-2">
              <Statement claim={from} />
              <p className="label">{t(`relation.out.${kind as 'denies'}`)}:</p>
              <Statement claim={to} className="border-s-2 border-rule ps-3" />
            </li>
          ))}
        </ul>
      </>
    )
  }
  const title = (i: 0 | 1) => t('compare.againstOf', namesFrom(comparison, i))
  return (
    <Section title={t('compare.against')}>
      <Two titles={[title(0), title(1)]}>{[side(0), side(1)]}</Two>
    </Section>
  )
}

/** What both have said. */
export function Same({ comparison: { same, speakers } }: Props) {
  const t = useTranslations('compare')
  return (
    <Section title={t('same_title')}>
      {same.length === 0 ? <p className="text-muted">{t('sameNone')}</p> : null}
      <ul className="divide-y divide-rule/70">
        {same.map(({ recorded, claims }) => (
          <li key={claims.map(({ slug }) => slug).join(' ')} className="py-3">
            <p className="label mb-1">{t(recorded ? 'recorded' : 'words')}</p>
            <Two titles={[speakers[0].speaker.name, speakers[1].speaker.name]}>
              {[<Said key="a" claim={claims[0]} />, <Said key="b" claim={claims[1]} />]}
            </Two>
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Said({ claim }: { claim: Comparison['same'][number]['claims'][0] }) {
  return (
    <>
      <StatusBadge status={claim.shownStatus} flags={claim.flags} />
      <Statement claim={claim} />
    </>
  )
}
