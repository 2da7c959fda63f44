/** Claims as data. Every field is named here: what a view gains for its page does not leave the ledger unnoticed. */
import type { ClaimData, ClaimItemData, ClaimVersionData } from '../../domain/data'
import type { ClaimVersion } from '../claims/version'
import type { ClaimItem, ClaimPage, EvidenceView, ReviewView } from '../views'
import {
  claimRefData,
  historyData,
  nodeRefData,
  orgData,
  orNull,
  pageUrl,
  sourceRefData,
  speakerRefData,
  topicRefData,
} from './refs'

/** @param site the address of this site, without a slash at the end */
export const claimItemData = (claim: ClaimItem, site: string): ClaimItemData => ({
  id: claim.id,
  slug: claim.slug,
  url: pageUrl(site, 'claims', claim.slug),
  version: claim.version,
  statement: claim.statement,
  quote: claim.quote,
  language: claim.language,
  speechAct: claim.speechAct,
  basis: claim.basis,
  capacity: claim.capacity,
  speaker: orNull(claim.speaker, speakerRefData, site),
  saidOn: claim.saidOn,
  venue: claim.venue,
  place: claim.place,
  note: claim.note,
  topics: claim.topics.map((topic) => topicRefData(topic, site)),
  status: claim.status,
  shownStatus: claim.shownStatus,
  family: claim.family,
  sentence: claim.sentence,
  flags: claim.flags,
  origins: claim.origins,
  evidence: claim.evidence,
  recordedAt: claim.recordedAt,
  updatedAt: claim.updatedAt,
})

const itemData = (item: EvidenceView, site: string): ClaimData['items'][number] => ({
  id: item.id,
  relation: item.relation,
  covers: item.covers,
  target: orNull(item.target, nodeRefData, site),
  basis: item.basis,
  capacity: item.capacity,
  capacityOrg: orNull(item.capacityOrg, speakerRefData, site),
  access: item.access,
  state: item.state,
  stateNote: item.stateNote,
  excerpt: item.excerpt,
  locator: item.locator,
  note: item.note,
  vouchedBy: orNull(item.vouchedBy, speakerRefData, site),
})

const reviewData = (review: ReviewView, site: string): ClaimData['reviews'][number] => ({
  id: review.id,
  version: review.version,
  reviewer: speakerRefData(review.reviewer, site),
  ratingText: review.ratingText,
  rating: review.rating,
  summary: review.summary,
  url: review.url,
  reviewedOn: review.reviewedOn,
})

const chainData = ({ paths, more, complete }: ClaimPage['chain'], site: string): ClaimData['chain'] => ({
  paths: paths.map((path) =>
    path.map(({ from, to, mode, wording }) => ({
      from: nodeRefData(from, site),
      to: nodeRefData(to, site),
      mode,
      wording,
    })),
  ),
  more,
  complete,
})

/** The whole of a claim's page. */
export const claimData = (claim: ClaimPage, site: string): ClaimData => ({
  ...claimItemData(claim, site),
  capacityOrg: orNull(claim.capacityOrg, speakerRefData, site),
  roleThen: claim.roleThen && {
    title: claim.roleThen.title,
    kind: claim.roleThen.kind,
    org: orgData(claim.roleThen.org, site),
    ended: claim.roleThen.ended,
  },
  rule: claim.rule,
  ruleset: claim.ruleset,
  tiers: claim.tiers,
  override: claim.override,
  counted: claim.counted.map(({ side, label, class: kind, path }) => ({
    side,
    label,
    class: kind,
    path: path.map((node) => nodeRefData(node, site)),
  })),
  notCounted: claim.notCounted.map(({ side, label, reason }) => ({ side, label, reason })),
  rings: claim.rings.map((ring) => ring.map((node) => nodeRefData(node, site))),
  chain: chainData(claim.chain, site),
  appearances: claim.appearances.map(({ source, locator, wording }) => ({
    source: sourceRefData(source, site),
    locator,
    wording,
  })),
  items: claim.items.map((item) => itemData(item, site)),
  stakes: claim.stakes.map(({ party, stake, note }) => ({ party: speakerRefData(party, site), stake, note })),
  relations: claim.relations.map(({ kind, direction, note, claim: other }) => ({
    kind,
    direction,
    note,
    claim: claimRefData(other, site),
  })),
  reviews: claim.reviews.map((review) => reviewData(review, site)),
  history: historyData(claim.history),
})

export const claimVersionData = (claim: ClaimVersion, site: string): ClaimVersionData => ({
  slug: claim.slug,
  url: `${pageUrl(site, 'claims', claim.slug)}/v/${claim.version}`,
  version: claim.version,
  current: claim.current,
  statement: claim.statement,
  quote: claim.quote,
  speaker: orNull(claim.speaker, speakerRefData, site),
  saidOn: claim.saidOn,
  venue: claim.venue,
  place: claim.place,
  note: claim.note,
  speechAct: claim.speechAct,
  basis: claim.basis,
  status: claim.status,
  at: claim.at,
  actor: claim.actor,
  reason: claim.reason,
})
