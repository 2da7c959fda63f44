/** Answers that may be longer than memory: they are made piece by piece, as fast as they are read. */
import { tagged } from './etag'
import { plainWords } from './plain-words'
import { problem } from './problem'

/** Each holds one piece in memory, and reads the database whenever its reader asks for more. */
const MOST_AT_ONCE = 8
/** A reader who takes nothing for so long has gone; milliseconds. */
const PATIENCE = 60_000

let open = 0

const stream = (pieces: AsyncGenerator<string>, ...first: string[]): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  let timer: NodeJS.Timeout | undefined
  let ended = false
  open++
  const end = async () => {
    clearTimeout(timer)
    if (ended) return
    ended = true
    open--
    await pieces.return(undefined)
  }
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clearTimeout(timer)
        try {
          const text = first.length > 0 ? first.shift() : (await pieces.next()).value
          if (typeof text !== 'string') {
            await end()
            return controller.close()
          }
          controller.enqueue(encoder.encode(text))
          timer = setTimeout(() => {
            controller.error(new Error('The reader of an export has stopped reading.'))
            void end()
          }, PATIENCE)
          timer.unref()
        } catch (error) {
          // The connection breaks off, so that what was read is not taken for the whole.
          await end()
          controller.error(error)
        }
      },
      cancel: end,
    },
    { highWaterMark: 1 },
  )
}

/**
 * Answers with text in pieces. What fits one piece is answered whole, with its tag; anything longer is sent as it is
 * made. Where too many are being sent already, the answer says when to ask again.
 */
export const streamed = async (
  request: Request,
  pieces: AsyncGenerator<string>,
  headers: { 'Content-Type': string } & Record<string, string>,
): Promise<Response> => {
  const one = await pieces.next()
  const two = await pieces.next()
  if (two.done) return tagged(request, one.done ? '' : one.value, headers)
  const kept = { ...headers, 'Cache-Control': 'no-store' }
  if (request.method === 'HEAD') {
    await pieces.return(undefined)
    return new Response(null, { headers: kept })
  }
  if (open >= MOST_AT_ONCE) {
    await pieces.return(undefined)
    return problem(503, plainWords('data.busy'), {}, { 'Retry-After': '30' })
  }
  return new Response(stream(pieces, one.value as string, two.value), { headers: kept })
}
