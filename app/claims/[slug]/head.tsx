import Link from 'next/link'
import { getLocale, getTranslations } from 'next-intl/server'
import { Facts } from '@/app/_kit/facts'
import { Notice } from '@/app/_kit/notice'
import { SpeakerName } from '@/app/_ledger/names'
import { Quote } from '@/app/_ledger/quote'
import { When } from '@/app/_ledger/when'
import { isolated } from '@/lib/domain/direction'
import type { ClaimPage } from '@/lib/queries/views'

/** The statement, the fragment that is quoted, and who said it: in what role, where and when. */
export async function ClaimHead({ claim }: { claim: ClaimPage }) {
  const t = await getTranslations()
  const locale = await getLocale()
  const { roleThen: role } = claim
  return (
    <header>
      {claim.shelf === 'teaching' ? <Notice>{t('claim.teaching')}</Notice> : null}
      <h1
        lang={claim.language}
        dir="auto"
        className="max-w-[34ch] font-serif text-[1.75rem] leading-snug sm:text-4xl sm:leading-tight"
      >
        {claim.statement}
      </h1>
      {claim.quote ? (
        <p className="mt-3">
          <Quote text={claim.quote} language={claim.language} className="text-xl text-muted" />
        </p>
      ) : null}
      <p className="mt-4 text-body">
        {claim.speaker ? (
          <SpeakerName speaker={claim.speaker} />
        ) : (
          <span className="text-muted">{t('claim.nobody')}</span>
        )}
        {role ? (
          <span className="text-muted">
            {t('ref.comma')}
            {t(role.ended ? 'claim.roleFormer' : 'claim.roleThen', {
              title: role.title ? isolated(role.title, locale) : t(`roleKind.${role.kind as 'other'}`),
              org: isolated(role.org.name, locale),
            })}
          </span>
        ) : null}
        {claim.capacity === 'official' && claim.capacityOrg && claim.capacityOrg.slug !== role?.org.slug ? (
          <span className="text-muted">
            {t('ref.comma')}
            {t('claim.forOrg', { org: isolated(claim.capacityOrg.name, locale) })}
          </span>
        ) : null}
        <span className="text-muted">
          {' · '}
          <When edtf={claim.saidOn} />
        </span>
      </p>
      <Facts
        className="mt-3"
        rows={[
          [t('claim.act'), t(`act.${claim.speechAct as 'denial'}`)],
          [t('claim.basis'), t(`basis.${claim.basis as 'expert'}`)],
          [t('claim.venue'), claim.venue && <bdi>{claim.venue}</bdi>],
          [t('claim.place'), claim.place && <bdi>{claim.place}</bdi>],
          [
            t('claim.topics'),
            claim.topics.length > 0 && (
              <ul className="flex flex-wrap gap-x-4">
                {claim.topics.map((topic) => (
                  <li key={topic.slug}>
                    <Link href={`/topics/${topic.slug}`}>
                      <bdi>{topic.name}</bdi>
                    </Link>
                  </li>
                ))}
              </ul>
            ),
          ],
          [t('claim.editorsNote'), claim.note && <bdi>{claim.note}</bdi>],
        ]}
      />
    </header>
  )
}
