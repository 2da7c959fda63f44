'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type ClaimForm, type EvidenceForm, emptyEvidence } from '@/lib/domain/claim-form/form'
import {
  COVERS,
  EVIDENCE_RELATIONS,
  EVIDENCE_STATES,
  REFUSED_ACCESS,
  STORED_ACCESS,
} from '@/lib/domain/vocabulary'
import { Basis, Carried, Choice, Line, Lines, Part } from './fields'
import { RefField } from './ref-field'
import { Rows } from './rows'
import { Speaks } from './speaks'

const isRefused = (access: string) => (REFUSED_ACCESS as readonly string[]).includes(access)

/** What becomes of an item that is recorded already: it stands, or was taken back, and why. */
function State({ value, path }: { value: EvidenceForm; path: string }) {
  const t = useTranslations()
  const [state, setState] = useState(value.state || 'active')
  return (
    <>
      <Choice
        path={`${path}.state`}
        label={t('claimForm.state')}
        value={value.state}
        values={EVIDENCE_STATES}
        words={(kind) => t(`evidenceState.${kind as 'active'}`)}
        onPick={setState}
      />
      {state !== 'active' || value.stateNote ? (
        <div className="sm:col-span-2">
          <Line
            path={`${path}.stateNote`}
            label={t('claimForm.stateNote')}
            value={value.stateNote}
            max={1000}
          />
        </div>
      ) : null}
    </>
  )
}

function Item({ value, path }: { value: EvidenceForm; path: string }) {
  const t = useTranslations()
  const [access, setAccess] = useState(value.access || 'public')
  return (
    <div className="grid gap-3 pe-7 sm:grid-cols-3">
      <Carried path={`${path}.id`} value={value.id} />
      <Choice
        path={`${path}.relation`}
        label={t('claimForm.evidenceRelation')}
        value={value.relation}
        values={EVIDENCE_RELATIONS}
        words={(kind) => t(`evidenceRelation.${kind as 'supports'}`)}
      />
      <div className="sm:col-span-2">
        <RefField name={`${path}.target`} label={t('claimForm.target')} takes="node" value={value.target} />
      </div>
      <Choice
        path={`${path}.access`}
        label={t('claimForm.access')}
        value={value.access}
        values={[...STORED_ACCESS, ...REFUSED_ACCESS]}
        words={(kind) =>
          isRefused(kind) ? t(`claimForm.${kind as 'off_record'}`) : t(`access.${kind as 'public'}`)
        }
        onPick={setAccess}
      />
      <Basis path={`${path}.basis`} label={t('claimForm.evidenceBasis')} value={value.basis} />
      <Choice
        path={`${path}.covers`}
        label={t('claimForm.covers')}
        value={value.covers}
        values={COVERS}
        words={(covers) => t(`covers.${covers as 'whole'}`)}
      />
      <Speaks path={path} value={value} />
      <Line path={`${path}.locator`} label={t('claimForm.locator')} value={value.locator} max={200} />
      <Line path={`${path}.excerpt`} label={t('claimForm.excerpt')} value={value.excerpt} max={300} />
      <Carried path={`${path}.selector`} value={value.selector} />
      {access === 'on_background' || value.vouchedBy.text ? (
        <RefField
          name={`${path}.vouchedBy`}
          label={t('claimForm.vouchedBy')}
          takes="speaker"
          value={value.vouchedBy}
        />
      ) : null}
      <div className="sm:col-span-3">
        <Lines path={`${path}.note`} label={t('claimForm.note')} value={value.note} max={2000} rows={1} />
      </div>
      {value.id ? <State value={value} path={path} /> : null}
    </div>
  )
}

/** What is cited for the claim, against it, or besides. */
export function Evidence({ form }: { form: ClaimForm }) {
  const t = useTranslations('claimForm')
  return (
    <Part title={t('evidence')}>
      <Rows
        name="evidence"
        values={form.evidence}
        fresh={emptyEvidence}
        adders={EVIDENCE_RELATIONS.map((relation) => ({ label: t(`add_${relation}`), detail: relation }))}
        label={(i) => t('evidenceN', { n: i + 1 })}
      >
        {(value, path) => <Item value={value} path={path} />}
      </Rows>
    </Part>
  )
}
