export const PORT = process.env.PORT || '3000'
export const HOST = process.env.HOST || '127.0.0.1'

/** Where people reach the site: SITE_URL, else where the server listens; from all addresses, the machine's own. */
export const siteUrl = (): string => {
  const configured = process.env.SITE_URL?.replace(/\/+$/, '')
  if (configured) return configured
  const host = HOST === '0.0.0.0' || HOST === '::' ? 'localhost' : HOST
  return `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`
}
