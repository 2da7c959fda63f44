/** Who tried to sign in, and how it ended: for admins, and for ninety days. */
import type { Database } from '../db/client'
import { newId } from '../domain/ids'
import type { SignInOutcome } from '../domain/vocabulary'

/** Long enough to look back after something was noticed, and no longer: it is about people. */
export const SIGN_INS_KEPT_DAYS = 90

/**
 * Notes one try; what is older than it may be goes at the same time.
 * @param place a part of a network, never a whole address
 */
export const noteSignIn = async (
  db: Database,
  tried: { userId: string | null; outcome: SignInOutcome; place: string | null; userAgent: string | null },
  at = new Date(),
): Promise<void> => {
  const oldest = new Date(at.getTime() - SIGN_INS_KEPT_DAYS * 86_400_000)
  await db.write(async (tx) => {
    await tx.signIn.create({ data: { id: newId(), at, ...tried } })
    await tx.signIn.deleteMany({ where: { at: { lt: oldest } } })
  })
}
