/** Whether the process answers. It asks nobody: a database that is away is no reason to start it anew. */
export const GET = (): Response =>
  Response.json({ alive: true }, { headers: { 'Cache-Control': 'no-store' } })

export const dynamic = 'force-dynamic'
