/** The secret of a second step that waits for its first code, opened for the page of its owner. */
import 'server-only'
import { symmetricDecrypt } from 'better-auth/crypto'
import { otpAddress } from '../commands/second-step'
import { getDatabase } from './database'
import { qrPath } from './second-step'
import { secretFor } from './secret'

export const openedStep = async (
  sealed: string,
  email: string,
): Promise<{ state: 'waiting'; secret: string; picture: { d: string; size: number } }> => {
  const secret = await symmetricDecrypt({ key: secretFor(getDatabase().url), data: sealed })
  return { state: 'waiting', secret, picture: qrPath(otpAddress(secret, email)) }
}
