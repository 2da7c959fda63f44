import type { SpeakerData, SpeakerItemData } from '../../domain/data'
import type { SpeakerPage, SpeakerRow } from '../views'
import { historyData, orgData, orNull, rowRefs, sourceRefData, speakerRefData } from './refs'

/** @param site the address of this site, without a slash at the end */
export const speakerItemData = (speaker: SpeakerRow, site: string): SpeakerItemData => ({
  ...speakerRefData(speaker, site),
  id: speaker.id,
  version: speaker.version,
  recordedAt: speaker.recordedAt,
  updatedAt: speaker.updatedAt,
  description: speaker.description,
  outlet: speaker.outlet,
  affiliation: speaker.affiliation,
  role: speaker.role,
  claims: speaker.claims,
  unsupported: speaker.unsupported,
  counts: speaker.counts as Record<string, number>,
})

/** The whole of a speaker's page. */
export const speakerData = (speaker: SpeakerPage, site: string): SpeakerData => {
  const refs = (others: SpeakerPage['vouchesFor']) => others.map((other) => speakerRefData(other, site))
  return {
    ...speakerItemData(speaker, site),
    identityNote: speaker.identityNote,
    headCountRange: speaker.headCountRange,
    anonymityReason: speaker.anonymityReason,
    affiliatedWith: orNull(speaker.affiliationRef, speakerRefData, site),
    aliases: speaker.aliases,
    sameAs: speaker.sameAs,
    wikidataId: speaker.wikidataId,
    policyLinks: speaker.policyLinks.map(({ kind, url }) => ({ kind, url })),
    roles: speaker.roles.map(({ title, kind, org, from, to, ended }) => ({
      title,
      kind,
      org: orgData(org, site),
      from,
      to,
      ended,
    })),
    people: speaker.people.map(({ person, title, ended }) => ({
      person: speakerRefData(person, site),
      title,
      ended,
    })),
    group: speaker.group && { name: speaker.group.name, others: refs(speaker.group.others) },
    vouchesFor: refs(speaker.vouchesFor),
    mayOverlap: refs(speaker.mayOverlap),
    identity: speaker.identity.map(({ kind, reason, by, at, other }) => ({
      kind,
      reason,
      by,
      at,
      other: speakerRefData(other, site),
    })),
    made: { total: speaker.claims, claims: rowRefs(speaker.made, site) },
    testifies: { total: speaker.testifies.total, claims: rowRefs(speaker.testifies.rows, site) },
    published: speaker.published.map((source) => sourceRefData(source, site)),
    history: historyData(speaker.history),
  }
}
