/** The cookie between the two steps of signing in, and the picture that an app for codes reads. */
import QRCode from 'qrcode'
import { isHttps } from './policy'

const NAME = 'on-record.second-step'
/** As long as the step itself waits. */
const SECONDS = 300

const cookie = (value: string, seconds: number): string =>
  `${NAME}=${value}; Path=/sign-in; Max-Age=${seconds}; HttpOnly; SameSite=Strict${isHttps() ? '; Secure' : ''}`

export const waitCookie = (token: string): string => cookie(token, SECONDS)
export const forgetWait = (): string => cookie('', 0)

/** The token that a request carries. */
export const waitIn = (cookies: string | null): string | null =>
  /(?:^|; )on-record\.second-step=([\w-]{43})(?:;|$)/.exec(cookies ?? '')?.[1] ?? null

/** A path for SVG that draws a text as a QR code, and how many squares it is wide, its quiet border among them. */
export const qrPath = (text: string): { d: string; size: number } => {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' })
  const border = 4
  const squares: string[] = []
  for (let y = 0; y < modules.size; y++)
    for (let x = 0; x < modules.size; x++)
      if (modules.get(y, x)) squares.push(`M${x + border} ${y + border}h1v1h-1z`)
  return { d: squares.join(''), size: modules.size + 2 * border }
}
