import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { PageTitle } from '@/app/_kit/page-title'
import { Section } from '@/app/_kit/section'
import { Moment } from '@/app/_ledger/when'
import { can } from '@/lib/domain/actor'
import { type Desk as DeskView, getDesk } from '@/lib/queries/desk/desk'
import { failedWebhooks } from '@/lib/queries/webhooks/hooks'
import { getDatabase } from '@/lib/web/database'
import { requireUser } from '@/lib/web/session'
import { FailedWebhooks } from './parts/failed-webhooks'
import { OwnViews } from './parts/own-views'
import { InLedger, OnDesk, Proposed, Work } from './parts/work'

export const generateMetadata = async (): Promise<Metadata> => {
  const t = await getTranslations('desk')
  return { title: t('pageTitle'), robots: { index: false } }
}

export default async function Desk() {
  const viewer = await requireUser('/desk')
  const t = await getTranslations('desk')
  const db = getDatabase()
  const desk = await getDesk(db, viewer)
  if (!desk) return null
  const { drafts, mine, waiting, proposals, unsourced } = desk
  const records = can(viewer, 'record', { kind: 'speaker' })
  const attention = [
    {
      title: t('staleOverrides'),
      note: t('staleOverridesNote'),
      list: desk.staleOverrides,
      flag: 'override_stale',
    },
    { title: t('retracted'), list: desk.retracted, flag: 'retracted_support' },
    { title: t('rings'), list: desk.rings, flag: 'circular' },
  ].filter(({ list }) => list.total > 0)
  return (
    <>
      <PageTitle
        aside={
          <Link href={'/desk/claims/new' as '/'} className="button no-underline">
            {t('newClaim')}
          </Link>
        }
      >
        {t('title', { name: viewer.name })}
      </PageTitle>
      <Parts
        openReports={desk.openReports}
        people={can(viewer, 'administer', { kind: 'user' })}
        records={records}
      />
      <FailedWebhooks hooks={await failedWebhooks(db, viewer)} />
      <Mentions mentions={desk.mentions} />
      <OwnViews viewer={viewer} />
      <div className="grid gap-x-10 md:grid-cols-2">
        <Work title={t('waiting')} list={waiting} none={t('waitingNone')}>
          {(claim) => <OnDesk key={claim.id} claim={claim} />}
        </Work>
        <Work title={t('mine')} list={mine} none={t('mineNone')}>
          {(claim) => <OnDesk key={claim.id} claim={claim} />}
        </Work>
      </div>
      {drafts.total > 0 ? (
        <Work title={t('drafts')} list={drafts} none="">
          {(draft) => (
            <li key={draft.id} className="py-2">
              <Link
                href={`/desk/claims/${draft.slug ?? 'new'}?draft=${draft.id}` as '/'}
                className="plain-link font-serif text-body"
              >
                {draft.title || t('untitled')}
              </Link>
              <p className="text-small text-muted">
                <Moment at={draft.updatedAt} />
                {draft.refused ? ` · ${t('refused')}` : null}
              </p>
            </li>
          )}
        </Work>
      ) : null}
      {proposals.total > 0 ? (
        <Work
          title={(await getTranslations('proposal'))(records ? 'waiting' : 'mine')}
          note={(await getTranslations('proposal'))('waitingNote')}
          list={proposals}
          none=""
        >
          {(row) => <Proposed key={`${row.kind} ${row.slug}`} row={row} />}
        </Work>
      ) : null}
      {attention.length === 0 ? (
        <Section title={t('attention')}>
          <p className="text-muted">{t('attentionNone')}</p>
        </Section>
      ) : null}
      {attention.map(({ title, note, list, flag }) => (
        <Work key={flag} title={title} note={note} list={list} all={`/claims?flag=${flag}`} none="">
          {(claim) => <InLedger key={claim.slug} claim={claim} />}
        </Work>
      ))}
      <Work
        title={t('unsourced')}
        note={t('unsourcedNote')}
        list={unsourced}
        all="/claims?status=unsourced"
        none={t('unsourcedNone')}
      >
        {({ claim, repeats }) => (
          <InLedger key={claim.slug} claim={claim}>
            {t('repeats', { n: repeats })}
          </InLedger>
        )}
      </Work>
    </>
  )
}

/** Where else one works: reports, the log, one's account, other people. */
async function Parts({
  openReports,
  people,
  records,
}: {
  openReports: number | null
  people: boolean
  records: boolean
}) {
  const t = await getTranslations('desk')
  const p = await getTranslations('proposal')
  const parts: [string, string][] = [
    ...(openReports === null
      ? []
      : [['/desk/reports', t('reports', { n: openReports })] as [string, string]]),
    ['/desk/speakers/new', records ? t('newSpeaker') : p('newSpeaker')],
    ['/desk/sources/new', records ? t('newSource') : p('newSource')],
    ...(records ? [['/desk/imports', t('imports')] as [string, string]] : []),
    ['/desk/log', t('log')],
    ['/desk/account', t('account')],
    ...(people ? [['/desk/scales', t('scales')] as [string, string]] : []),
    ...(people
      ? ([
          ['/desk/people', t('people')],
          ['/desk/keys', t('keys')],
          ['/desk/webhooks', t('webhooks')],
          ['/desk/archive', t('archive')],
          ['/desk/system', t('system')],
        ] as [string, string][])
      : []),
  ]
  return (
    <nav aria-label={t('parts')}>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {parts.map(([href, name]) => (
          <li key={href}>
            <Link href={href as '/'} className="inline-block py-0.5">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

async function Mentions({ mentions }: { mentions: DeskView['mentions'] }) {
  const t = await getTranslations('desk')
  if (mentions.total === 0) return null
  return (
    <Section title={t('mentions')} note={mentions.total}>
      <ul className="divide-y divide-rule/70">
        {mentions.rows.map(({ comment, author, text, at, claim }) => (
          <li key={comment} className="max-w-[80ch] py-2">
            <p className="text-small text-muted">
              {t('said', { author })}{' '}
              <Link href={`/claims/${claim.slug}#comments` as '/claims'}>
                <bdi>{claim.statement}</bdi>
              </Link>
              {' · '}
              <Moment at={at} />
            </p>
            <p className="whitespace-pre-line">{text}</p>
          </li>
        ))}
      </ul>
      <form method="post" action="/desk/mentions" className="mt-2">
        {mentions.rows.map(({ comment }) => (
          <input key={comment} type="hidden" name="comment" value={comment} />
        ))}
        <button type="submit" className="button button-quiet">
          {t('seen')}
        </button>
      </form>
    </Section>
  )
}
