import type { Reader } from '../../db/client'
import type { ClaimRow } from '../views'
import { claimRows } from './rows'

/** The newest public claims with a facet value, as rows. */
export const newestWith = async (
  reader: Reader,
  kind: string,
  value: string,
  take: number,
): Promise<ClaimRow[]> => {
  const found = await reader.claimFacet.findMany({
    where: { kind, value, shelf: 'public' },
    orderBy: [{ saidFrom: 'desc' }, { claimId: 'desc' }],
    take,
    select: { claimId: true },
  })
  return claimRows(
    reader,
    found.map((row) => row.claimId),
  )
}

/** The newest public claims of a speaker, as rows. */
export const newestBy = async (reader: Reader, speakerId: string, take: number): Promise<ClaimRow[]> => {
  const found = await reader.claim.findMany({
    where: { shelf: 'public', speakerId },
    orderBy: [{ saidFrom: 'desc' }, { id: 'desc' }],
    take,
    select: { id: true },
  })
  return claimRows(
    reader,
    found.map((row) => row.id),
  )
}
