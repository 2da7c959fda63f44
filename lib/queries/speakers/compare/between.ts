/** What ties the claims of one speaker to another: evidence, links, relations between claims, and the same words. */
import type { Reader } from '../../../db/client'
import { lineOf } from '../../../domain/repeats/likeness'
import { sourceRefs, speakerRefs } from '../../refs'
import type { NodeRef } from '../../views'
import { madeBy, newestFirst } from './made'

/**
 * Claims of one for or against which the other is cited in the open: as a witness, or by what they publish or issue.
 * What was given on background names nobody.
 * @returns their ids, newest first
 */
export const citing = async (
  reader: Reader,
  relation: 'supports' | 'contradicts',
  { by, cited }: { by: string; cited: string },
  most: number,
): Promise<string[]> => {
  const rows = await reader.$queryRaw<{ id: string }[]>`
    SELECT m."id" AS id FROM ${madeBy(by, most)} WHERE EXISTS (
      SELECT 1 FROM "Evidence" e LEFT JOIN "Source" s ON s."id" = e."targetId" AND s."shelf" = 'public'
      WHERE e."claimId" = m."id" AND e."relation" = ${relation} AND e."state" = 'active'
        AND e."access" <> 'on_background'
        AND (e."targetId" = ${cited} OR s."publisherId" = ${cited} OR s."issuerId" = ${cited}))
    ${newestFirst}`
  return rows.map(({ id }) => id)
}

export interface LinkBetween {
  from: NodeRef
  mode: string
  to: NodeRef
}

/** Links that are shown; two outlets may have thousands. */
const LINKS = 20

/** Where one, or what they publish, got it from the other, or from what that one publishes. */
export const linksBetween = async (reader: Reader, from: string, to: string): Promise<LinkBetween[]> => {
  const of = (id: string) => ({
    OR: [{ speaker: { id, shelf: 'public' } }, { source: { publisherId: id, shelf: 'public' } }],
  })
  const links = await reader.link.findMany({
    where: {
      withdrawnAt: null,
      from: of(from),
      to: of(to),
      // A link whose claims are all drafts says nothing to a reader yet.
      OR: [{ scope: 'source' }, { claims: { some: { claim: { shelf: 'public' } } } }],
    },
    orderBy: [{ recordedAt: 'desc' }, { id: 'desc' }],
    take: LINKS,
    select: { fromId: true, toId: true, mode: true },
  })
  const ids = links.flatMap((link) => [link.fromId, link.toId])
  const [speakers, sources] = await Promise.all([speakerRefs(reader, ids), sourceRefs(reader, ids)])
  const node = (id: string) => speakers.get(id) ?? sources.get(id)
  return links.flatMap(({ fromId, toId, mode }) => {
    const [left, right] = [node(fromId), node(toId)]
    return left && right ? [{ from: left, mode, to: right }] : []
  })
}

export interface RelationBetween {
  kind: string
  /** Ids of claims: that of whom it says it, and the one that it is about. */
  from: string
  to: string
}

/** Relations that are shown. */
const RELATIONS = 40

/** What claims of one say about claims of the other: that they deny, repeat, correct them. */
export const relationsFrom = (
  reader: Reader,
  from: string,
  to: string,
  most: number,
): Promise<RelationBetween[]> =>
  reader.$queryRaw<RelationBetween[]>`
    SELECT r."kind" AS kind, r."fromId" AS "from", r."toId" AS "to" FROM ${madeBy(from, most)}
    JOIN "ClaimRelation" r ON r."fromId" = m."id" JOIN "Claim" c ON c."id" = r."toId"
    WHERE c."speakerId" = ${to} AND c."shelf" = 'public'
    ORDER BY m."saidFrom" DESC, m."id" DESC, r."id" LIMIT ${RELATIONS}`

/** Pairs of claims of the two that say the same in the same words, whatever their case, accents and punctuation. */
export const sameWords = async (
  reader: Reader,
  [a, b]: readonly [string, string],
  most: number,
): Promise<[string, string][]> => {
  const said = (id: string) =>
    reader.$queryRaw<{ id: string; statement: string }[]>`
      SELECT m."id" AS id, m."statement" AS statement FROM ${madeBy(id, most)} ${newestFirst}`
  const [first, second] = await Promise.all([said(a), said(b)])
  const lines = new Map<string, string>()
  for (const { id, statement } of second) {
    const line = lineOf(statement)
    if (line !== '' && !lines.has(line)) lines.set(line, id)
  }
  return first.flatMap(({ id, statement }): [string, string][] => {
    const other = lines.get(lineOf(statement))
    return other ? [[id, other]] : []
  })
}
