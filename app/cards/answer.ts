import type { NextRequest } from 'next/server'
import type { Found } from '@/lib/queries/views'
import { pngOf } from '@/lib/web/cards/png'
import { tagged } from '@/lib/web/etag'
import { type CardParts, cardSvg } from './card'

const nothing = (status: number) =>
  new Response('There is no card here.\n', {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })

/** Answers with a card as PNG. */
export const cardAnswer = async (request: NextRequest, parts: CardParts): Promise<Response> =>
  tagged(request, await pngOf(cardSvg(parts)), { 'Content-Type': 'image/png' })

/** Answers with the card of something that was asked for by its address; only what stands in public has one. */
export const cardOf = async <T extends { shelf: string }>(
  request: NextRequest,
  found: Found<T>,
  folder: string,
  parts: CardParts | null,
): Promise<Response> => {
  if (found.kind === 'moved')
    return new Response(null, {
      status: 308,
      headers: { Location: `/cards/${folder}/${encodeURIComponent(found.slug)}` },
    })
  if (found.kind === 'gone') return nothing(410)
  if (found.kind !== 'found' || found.page.shelf !== 'public' || !parts) return nothing(404)
  return cardAnswer(request, parts)
}
