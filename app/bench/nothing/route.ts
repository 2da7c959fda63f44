/** An answer with nothing in it: what `npm run bench` compares the answers for programs with. */
export const GET = (): Response => Response.json(null)
