import { editLink, restoreLink, withdrawLink } from '@/lib/commands/link-edit'
import { recordLink } from '@/lib/commands/links'
import type { LinkKept } from '@/lib/db/records'
import { named } from '@/lib/queries/api-refs'
import { linkToEdit } from '@/lib/queries/edit'
import { listLinks } from '@/lib/queries/links'
import type { Call, Read, Readers, Writers } from '../call'
import { paged, pageOf } from '../paged'
import { Refused } from '../refused'
import { settledPart } from '../settled'

const linkJson = ({ id, version, scope, withdrawn, record }: LinkKept) => ({
  id,
  version,
  scope,
  withdrawn,
  record,
})

/** The id of an end of a link: a source’s or a speaker’s. What nothing is called leads to no link. */
const endOf = async ({ db, query }: Call, key: 'from' | 'to'): Promise<string | null> => {
  const ref = query.get(key)
  if (!ref) return null
  const source = await named(db.reader, 'source', ref)
  return (source ?? (await named(db.reader, 'speaker', ref)))?.id ?? ref
}

const claimOf = async ({ db, query }: Call): Promise<string | null> => {
  const ref = query.get('claim')
  return ref ? ((await named(db.reader, 'claim', ref))?.id ?? ref) : null
}

const WITHDRAWN: Record<string, boolean> = { yes: true, no: false }

export const LINK_READS: Readers<'listLinks' | 'getLink'> = {
  listLinks: async (call): Promise<Read> => {
    const { db, viewer, query } = call
    const found = await listLinks(db, viewer, {
      from: await endOf(call, 'from'),
      to: await endOf(call, 'to'),
      claim: await claimOf(call),
      withdrawn: WITHDRAWN[query.get('withdrawn') ?? ''] ?? null,
      ...pageOf(query),
    })
    if (!found)
      throw new Refused(403, 'Links as editors wrote them are for editors and above.', { code: 'forbidden' })
    return paged('links', call, { ...found, rows: found.rows.map(linkJson) })
  },
  getLink: async ({ db, viewer, part }): Promise<Read> => {
    const link = await linkToEdit(db, viewer, part('link'))
    if (!link) return { kind: 'missing' }
    return { kind: 'found', version: link.kept.version, json: linkJson(link.kept) }
  },
}

export const LINK_WRITES: Writers<'recordLink' | 'editLink' | 'withdrawLink' | 'restoreLink'> = {
  recordLink: async (context, { body }) => settledPart(await recordLink.within(context, body)),
  editLink: async (context, { body, part, version }) =>
    settledPart(await editLink.within(context, { ...body, id: part('link'), version })),
  withdrawLink: async (context, { body, part, version }) =>
    settledPart(await withdrawLink.within(context, { ...body, id: part('link'), version })),
  restoreLink: async (context, { body, part, version }) =>
    settledPart(await restoreLink.within(context, { ...body, id: part('link'), version })),
}
