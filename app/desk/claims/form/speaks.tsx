'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Ref } from '@/lib/domain/claim-form/form'
import { Capacity } from './fields'
import { RefField } from './ref-field'

/** In what capacity somebody speaks, and for whom where that is not for themselves. */
export function Speaks({ path, value }: { path: string; value: { capacity: string; capacityOrg: Ref } }) {
  const t = useTranslations('claimForm')
  const [capacity, setCapacity] = useState(value.capacity)
  return (
    <>
      <Capacity path={`${path}.capacity`} value={value.capacity} onPick={setCapacity} />
      {capacity === 'official' || value.capacityOrg.text ? (
        <RefField
          name={`${path}.capacityOrg`}
          label={t('capacityOrg')}
          takes="speaker"
          value={value.capacityOrg}
        />
      ) : null}
    </>
  )
}
