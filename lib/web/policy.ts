/** What browsers are told of every answer: what it may load, who may frame it, what it may ask of the machine. */

/** Of what is no page: it loads nothing, stands in no frame, and nothing in it runs where it is opened as a page. */
export const BARE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** Half a year is what lists of such sites ask for at least; a year is usual. In seconds. */
const TLS_ONLY = 31_536_000

const NOT_ASKED_FOR = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
]

/**
 * Of a page: scripts and styles run only with the nonce of this answer.
 * @param nonce made for this answer alone
 * @param https whether readers come by TLS, so that what is asked for plainly is asked for securely
 */
export const pagePolicy = (nonce: string, https: boolean): string => {
  // React's tools for development evaluate text; the production build does not.
  const development = process.env.NODE_ENV === 'development'
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** Whether readers come by TLS, as far as the address of the site says. */
export const isHttps = (): boolean => process.env.SITE_URL?.startsWith('https://') ?? false

/** The headers of every answer. Browsers keep to TLS from the first answer on, where SITE_URL begins with https. */
export const safeHeaders = (): Record<string, string> => ({
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': NOT_ASKED_FOR.map((name) => `${name}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  ...(isHttps() ? { 'Strict-Transport-Security': `max-age=${TLS_ONLY}` } : {}),
})
