import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ChoiceGroup } from '@/app/_kit/choice-group'
import { Choices } from '@/app/_kit/choices'
import type { Facet } from '@/lib/queries/claims/facets'
import { useCount } from './count'

/** The values of one facet to choose from, with how many claims each would show. */
export function FacetGroup({
  name,
  title,
  facet,
  chosen,
  label,
  more,
  open = false,
}: {
  name: string
  title: string
  facet: Facet
  chosen: readonly string[]
  /** The word for a value of a closed vocabulary. */
  label?: (value: string) => string
  /** The address of a page with all values. */
  more?: string
  open?: boolean
}) {
  const t = useTranslations('claims')
  const count = useCount()
  if (facet.values.length === 0) return null
  return (
    <ChoiceGroup title={title} open={open || chosen.length > 0}>
      <Choices
        name={name}
        choices={facet.values.map(({ value, name: written, claims }) => ({
          value,
          label: written ?? label?.(value) ?? value,
          count: count(claims),
          chosen: chosen.includes(value),
        }))}
      />
      {facet.more && more ? (
        <p className="mt-1">
          <Link href={more as '/claims'} prefetch={false} aria-label={t('moreOf', { facet: title })}>
            {t('moreValues')}
          </Link>
        </p>
      ) : null}
    </ChoiceGroup>
  )
}
