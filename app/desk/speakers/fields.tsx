import { useTranslations } from 'next-intl'
import { Section } from '@/app/_kit/section'
import { rowsOf } from '@/lib/domain/record-form/refs'
import { SPEAKER_REFS } from '@/lib/domain/record-form/speaker'
import { ROLE_KINDS } from '@/lib/domain/vocabulary'
import { Choice, Line, Lines, Tick } from '../parts/fields'
import { NameLine } from '../parts/name-line'
import type { Shown } from '../parts/shown'

/** Empty rows at the end of a list, without JavaScript the only way to add to it. */
const SPARE = 2

interface Props {
  shown: Shown
  kind: string
  groups: { id: string; name: string }[]
  /** A group moves published claims, so who proposes an organization makes none. */
  proposes: boolean
}

const numbers = (shown: Shown, list: string) =>
  Array.from({ length: rowsOf(shown.values, list) + SPARE }, (_, i) => i)

function Roles({ shown }: { shown: Shown }) {
  const t = useTranslations()
  return (
    <Section title={t('editSpeaker.roles')} note={t('editSpeaker.rolesHint')}>
      {numbers(shown, 'roles').map((i) => (
        <fieldset key={i} className="mb-4 border-s-2 border-rule ps-3">
          <legend className="label">{t('editSpeaker.roleN', { n: i + 1 })}</legend>
          <div className="grid gap-3 sm:grid-cols-2">
            <NameLine
              kinds={SPEAKER_REFS['roles.*.org']}
              shown={shown}
              name={`roles.${i}.org`}
              label={t('editSpeaker.org')}
            />
            <Line shown={shown} name={`roles.${i}.title`} label={t('editSpeaker.roleTitle')} />
            <Choice
              shown={shown}
              name={`roles.${i}.kind`}
              label={t('editSpeaker.roleKind')}
              options={ROLE_KINDS.toReversed().map((kind) => [kind, t(`roleKind.${kind}`)])}
            />
            <div className="grid grid-cols-2 gap-3">
              <Line shown={shown} name={`roles.${i}.from`} label={t('editSpeaker.from')} />
              <Line shown={shown} name={`roles.${i}.to`} label={t('editSpeaker.to')} />
            </div>
            <Tick shown={shown} name={`roles.${i}.ended`} label={t('editSpeaker.ended')} />
          </div>
        </fieldset>
      ))}
    </Section>
  )
}

function Elsewhere({ shown }: { shown: Shown }) {
  const t = useTranslations('editSpeaker')
  return (
    <>
      <Lines shown={shown} name="aliases" label={t('aliases')} />
      <Lines shown={shown} name="sameAs" label={t('sameAs')} />
      <Line shown={shown} name="wikidataId" label={t('wikidataId')} />
    </>
  )
}

function OfOrganization({ shown, groups, proposes }: Omit<Props, 'kind'>) {
  const t = useTranslations('editSpeaker')
  return (
    <>
      <Tick shown={shown} name="outlet" label={t('outlet')} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Choice
          shown={shown}
          name="group"
          label={t('group')}
          hint={t('groupHint')}
          options={[['', t('groupNone')], ...groups.map(({ id, name }): [string, string] => [id, name])]}
        />
        {proposes ? null : <Line shown={shown} name="newGroup" label={t('newGroup')} />}
      </div>
      <Lines shown={shown} name="policyLinks" label={t('policyLinks')} />
      <Elsewhere shown={shown} />
    </>
  )
}

function OfUnnamed({ shown }: { shown: Shown }) {
  const t = useTranslations('editSpeaker')
  return (
    <>
      <NameLine
        kinds={SPEAKER_REFS.vouchedBy}
        shown={shown}
        name="vouchedBy"
        label={t('vouchedBy')}
        hint={t('vouchedByHint')}
      />
      <NameLine
        kinds={SPEAKER_REFS.affiliation}
        shown={shown}
        name="affiliation"
        label={t('affiliation')}
        hint={t('affiliationHint')}
      />
      <Lines shown={shown} name="anonymityReason" label={t('anonymityReason')} />
      <div className="grid gap-3 sm:grid-cols-3">
        <Line shown={shown} name="headCount.wording" label={t('headCount')} />
        <Line shown={shown} name="headCount.min" label={t('headCountMin')} />
        <Line shown={shown} name="headCount.max" label={t('headCountMax')} />
      </div>
      <fieldset className="space-y-3">
        <legend className="label">{t('mayOverlap')}</legend>
        {numbers(shown, 'mayOverlap').map((i) => (
          <NameLine
            key={i}
            kinds={SPEAKER_REFS['mayOverlap.*']}
            shown={shown}
            name={`mayOverlap.${i}`}
            label={t('mayOverlapN', { n: i + 1 })}
          />
        ))}
      </fieldset>
    </>
  )
}

/** The fields that a speaker of this kind may have; an unnamed one has none that could say who it is. */
export function SpeakerFields({ kind, ...props }: Props) {
  const { shown } = props
  const t = useTranslations('editSpeaker')
  const unnamed = kind === 'anonymous'
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <Line
        shown={shown}
        name="name"
        label={unnamed ? t('unnamedName') : t('name')}
        hint={unnamed ? t('unnamedNameHint') : undefined}
        required
      />
      <Lines shown={shown} name="description" label={t('description')} />
      <Lines shown={shown} name="identityNote" label={t('identityNote')} hint={t('identityNoteHint')} />
      {unnamed ? <OfUnnamed shown={shown} /> : null}
      {kind === 'organization' ? <OfOrganization {...props} /> : null}
      {kind === 'person' ? (
        <>
          <Elsewhere shown={shown} />
          <Roles shown={shown} />
        </>
      ) : null}
    </>
  )
}
