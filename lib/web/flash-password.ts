/** Forms of an account that ask for the password or a code besides. */
import 'server-only'
import type { FormValues } from '../domain/form'
import { getDatabase } from './database'
import { accountRoute, type Flash } from './flash'
import { secretFor } from './secret'
import type { SignedIn } from './session'
import { accountMayTry } from './sign-in'

/** What the secrets of apps are sealed with. */
export const installationSecret = (): string => secretFor(getDatabase().url)

const MANY: Flash = {
  refusal: { sentence: 'There were too many tries. Wait fifteen minutes, then try again.' },
}

/** A form that asks for the password or a code: whoever sits down at an open session is not to guess either. */
export const passwordRoute = (run: (here: SignedIn, values: FormValues) => Promise<Flash>) =>
  accountRoute('/desk/account', async (here, values) =>
    (await accountMayTry(here.email, 'password')) ? run(here, values) : MANY,
  )
