/** What a reader meets: the production server over a ledger, asked over HTTP. */
import type { Database } from '../../lib/db/client'
import { COMPARED, pagesOf, TWIN } from './addresses'
import { clientOf } from './client'
import { javascriptOf } from './javascript'
import { type Rate, rates, timings } from './load'
import type { Effort, Timing } from './measure'
import { serveMeasured, type Usage } from './server'

export interface Site {
  startMs: number
  /** Bytes, once it has started and after all that was asked of it. */
  memory: { idle: number; most: number }
  pages: Record<string, Timing & { bytes: number }>
  rates: Record<string, Rate>
  /** Bytes of compressed JavaScript. */
  javascript: { claims: number; empty: number }
}

/** Measures a server of its own over the ledger. */
export const measureSite = async (db: Database, effort: Effort): Promise<Site> => {
  const server = await serveMeasured(db.url)
  const client = clientOf(server.site)
  try {
    const idle = await server.inside<Usage>('usage')
    const pages = await timings(client, { ...(await pagesOf(db)), ...TWIN, ...COMPARED }, effort)
    const perSecond = await rates(client, server, { claims: '/claims', ...TWIN, ...COMPARED }, effort)
    const javascript = {
      claims: await javascriptOf(client, '/claims'),
      empty: await javascriptOf(client, COMPARED['empty page']),
    }
    const most = await server.inside<Usage>('usage')
    return {
      startMs: server.startMs,
      memory: { idle: idle.rss, most: most.maxRss },
      pages,
      rates: perSecond,
      javascript,
    }
  } finally {
    client.close()
    server.stop()
  }
}
