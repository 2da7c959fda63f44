import type { Database } from '../../db/client'
import { assembleGraph } from '../../db/graph/assemble'
import { loadRows } from '../../db/graph/load'
import type { LinkRow, Rows } from '../../db/graph/rows'
import { can, type Viewer } from '../../domain/actor'
import { attributionChain, type Chain, MOST_PATHS } from '../../domain/chain'
import { deriveSourcing } from '../../domain/sourcing'
import type { SourcingGraph } from '../../domain/sourcing/types'
import { movedTo } from '../find'
import { kept } from '../kept'
import { sourceRef, speakerRef } from '../refs'
import type { ChainView, ClaimPage, Found, LostTrails, NodeRef, SourceRef, SpeakerRef } from '../views'
import { historyOfClaim } from './history'
import { unnamedHere } from './masks'
import { relationsOf } from './relations'
import { reviewsOf } from './reviews'
import { roleThen } from './role'
import { claimItem, topicsOf } from './rows'

/** Shows a node of this claim's graph: by name, unless this page may not name it. */
type Show = (id: string) => NodeRef

const naming = (rows: Rows, graph: SourcingGraph) => {
  const hidden = unnamedHere(graph)
  const speaker = (id: string | null): SpeakerRef | null => {
    const row = id && !hidden.has(id) ? rows.speakers.get(id) : undefined
    const outlet = row?.vouchedById ? rows.speakers.get(row.vouchedById) : undefined
    return row ? speakerRef({ ...row, vouchedBy: outlet ?? null }) : null
  }
  const source = (id: string): SourceRef | null => {
    const row = rows.sources.get(id)
    const publisher = row?.publisherId ? rows.speakers.get(row.publisherId) : undefined
    return row ? sourceRef({ ...row, publisher: publisher ?? null }) : null
  }
  const show: Show = (id) => source(id) ?? speaker(id) ?? { type: 'unnamed' }
  return { hidden, speaker, source, show }
}

const lostTrails = ({ dangling, ends }: Chain, show: Show): LostTrails | null => {
  if (dangling.length === 0) return null
  const further = ends.filter((id) => !dangling.includes(id))
  return {
    from: dangling.slice(0, MOST_PATHS).map(show),
    how: further.length > 0 ? 'stop' : ends.length > 0 ? 'begin_nowhere' : 'ring',
    ends: further.slice(0, MOST_PATHS).map(show),
  }
}

const chainOf = (rows: Rows, graph: SourcingGraph, links: LinkRow[], show: Show): ChainView => {
  const chain = attributionChain({
    maker: graph.claim.speaker ?? null,
    appearances: graph.claim.appearsIn ?? [],
    links: links.map(({ id, fromId, toId, mode, wording }) => ({
      id,
      from: fromId,
      to: toId,
      mode,
      wording,
    })),
    publisherOf: (id) => rows.sources.get(id)?.publisherId ?? null,
  })
  const role = (id: string) =>
    id === graph.claim.speaker ? 'maker' : graph.claim.appearsIn?.includes(id) ? 'appearance' : 'between'
  return {
    nodes: chain.nodes.map((id) => ({ id, node: show(id), role: role(id) })),
    edges: chain.edges.map(({ from, to, mode, wording }) => ({ from, to, mode, wording })),
    paths: chain.paths.map((path) =>
      path.map(({ from, to, mode, wording }) => ({ from: show(from), to: show(to), mode, wording })),
    ),
    more: chain.more,
    complete: chain.paths.length > 0,
    lost: lostTrails(chain, show),
  }
}

const readClaim = async (db: Database, viewer: Viewer, slug: string): Promise<Found<ClaimPage>> => {
  const reader = db.reader
  const head = await reader.claim.findUnique({
    where: { slug },
    select: { id: true, shelf: true, state: true, stateNote: true, ownerId: true, publishedAt: true },
  })
  if (!head) {
    const now = await movedTo(reader, 'claim', slug)
    return now ? { kind: 'moved', slug: now } : { kind: 'missing' }
  }
  // Nobody is told of a draft that was withdrawn before readers saw it; editors can open again what was closed.
  if (
    head.shelf === 'closed' &&
    !can(viewer, 'read', { kind: 'claim', state: head.state, ownerId: head.ownerId })
  )
    return head.publishedAt ? { kind: 'gone', reason: head.stateNote } : { kind: 'missing' }
  const desk = can(viewer, 'read', { kind: 'claim', state: 'draft', ownerId: head.ownerId })
  if (head.shelf === 'desk' && !desk) return { kind: 'missing' }

  const rows = await loadRows(reader, [head.id])
  const claim = rows.claims.get(head.id)
  if (!claim) return { kind: 'missing' }
  const { graph, links } = assembleGraph(rows, head.id)
  const sourcing = deriveSourcing(graph)
  const { hidden, speaker, source, show } = naming(rows, graph)
  // An item on background never prints a name, even one that the page names elsewhere (rules.md §2.2).
  const namedOnBackground = (item: { access: string; targetId: string | null }) =>
    item.access === 'on_background' &&
    item.targetId !== null &&
    (rows.speakers.get(item.targetId)?.kind ?? 'anonymous') !== 'anonymous'
  const [topics, relations, reviews, history] = await Promise.all([
    topicsOf(reader, [head.id]),
    relationsOf(reader, head.id),
    reviewsOf(reader, head.id),
    historyOfClaim(reader, { ...head, hidden, desk }),
  ])
  const makers = new Map<string, SpeakerRef>()
  const maker = speaker(claim.speakerId)
  if (maker && claim.speakerId) makers.set(claim.speakerId, maker)
  const override = claim.overrides[0]
  return {
    kind: 'found',
    page: {
      ...claimItem(claim, makers, topics),
      shelf: claim.shelf,
      state: claim.state,
      capacityOrg: speaker(claim.capacityOrgId),
      roleThen: roleThen(rows, claim),
      rule: sourcing.rule,
      ruleset: sourcing.ruleset,
      tiers: sourcing.tiers,
      override: override
        ? { status: override.status, reason: override.reason, by: override.by, at: override.at.toISOString() }
        : null,
      counted: sourcing.counted.map(({ side, label, class: kind, path }) => ({
        side,
        label,
        class: kind,
        path: path.map(show),
      })),
      notCounted: sourcing.notCounted.map(({ side, label, reason }) => ({ side, label, reason })),
      rings: sourcing.cycles.map((ring) => ring.map(show)),
      chain: chainOf(rows, graph, links, show),
      appearances: claim.appearances.flatMap(({ sourceId, locator, wording }) => {
        const at = source(sourceId)
        return at ? [{ source: at, locator, wording }] : []
      }),
      items: claim.evidence.map((item) => ({
        id: item.id,
        relation: item.relation,
        covers: item.covers,
        target: namedOnBackground(item) ? { type: 'unnamed' } : item.targetId ? show(item.targetId) : null,
        basis: item.basis,
        capacity: item.capacity,
        capacityOrg: namedOnBackground(item) ? null : speaker(item.capacityOrgId),
        access: item.access,
        state: item.state,
        stateNote: item.stateNote,
        excerpt: item.excerpt,
        locator: item.locator,
        note: item.note,
        vouchedBy: speaker(item.vouchedById),
      })),
      stakes: claim.stakes.flatMap(({ partyId, stake, note }) => {
        const party = speaker(partyId)
        return party ? [{ party, stake, note }] : []
      }),
      relations,
      reviews,
      history,
    },
  }
}

/**
 * A claim's whole page.
 * @returns found, or moved to another address, or gone (withdrawn or hidden, with the reason), or missing
 */
export const getClaim = kept('claim', readClaim)
