import type { Piece } from '@/lib/domain/search/marks'

/** A text in which what was found is marked, for the eye and for whoever listens. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <bdi>
      {pieces.map(({ text, found }, i) =>
        found ? (
          <mark
            key={`${i}${text}`}
            className="bg-transparent font-semibold text-inherit underline decoration-thin decoration-2 underline-offset-[0.2em]"
          >
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </bdi>
  )
}
