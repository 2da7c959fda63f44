/** What a change answers that may have moved claims. */
export interface Settled {
  id: string
  version: number
  moved: readonly object[]
  job: string | null
}

export const settledPart = ({ id, version, moved, job }: Settled) => ({
  id,
  version,
  moved: moved.length,
  job,
})
export const settled = (value: Settled & { slug: string }) => ({ ...settledPart(value), slug: value.slug })
