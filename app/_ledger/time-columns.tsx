import { scaleBand, scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import type { TimeBucket } from '@/lib/domain/over-time'
import { FAMILY_NAMES, type Family } from '@/lib/domain/sourcing/types'
import { familyFill } from './family-fill'

/** Room for the numbers at the start, and for the dates below. */
const START = 34
const BELOW = 22
/** A column of few is no wall. */
const WIDEST = 44

/** Claims over time as stacked columns, drawn at a width so that its letters have the size of those around it. */
export function TimeColumns({
  buckets,
  id,
  label,
  nameOf,
  titleOf,
  width,
  height,
  labelWidth,
  mirrored,
  className,
}: {
  buckets: readonly TimeBucket[]
  /** Of the fills. */
  id: string
  label: string
  /** What stands below a column. */
  nameOf: (start: string) => string
  titleOf: (bucket: TimeBucket) => string
  width: number
  height: number
  /** The room that a date takes. */
  labelWidth: number
  /** For languages that are read from right to left. */
  mirrored: boolean
  className: string
}) {
  const x = scaleBand(
    buckets.map(({ start }) => start),
    // Time runs in the direction of reading.
    mirrored ? [width - START, 0] : [START, width],
  ).padding(0.2)
  const most = Math.max(1, ...buckets.map(({ total }) => total))
  const y = scaleLinear([0, most], [height - BELOW, 8]).nice(4)
  const column = Math.min(WIDEST, x.bandwidth())
  const inset = (x.bandwidth() - column) / 2
  const at = (start: string) => (x(start) ?? START) + inset
  const every = Math.ceil(labelWidth / x.step())
  const layers = stack<TimeBucket, Family>()
    .keys(FAMILY_NAMES)
    .value(({ counts }, family) => counts[family])([...buckets])
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className={className}>
      {y
        .ticks(4)
        .filter(Number.isInteger)
        .map((n) => (
          <g key={n}>
            <path
              d={`M${mirrored ? 0 : START} ${y(n)}H${mirrored ? width - START : width}`}
              className="stroke-rule"
              strokeWidth={n === 0 ? 1.5 : 0.75}
            />
            <text
              x={mirrored ? width - START + 6 : START - 6}
              y={y(n) + 4}
              textAnchor="end"
              className="fill-muted text-[12px] numbers"
            >
              {n}
            </text>
          </g>
        ))}
      {layers.flatMap((layer) =>
        layer.map((part) =>
          part[1] > part[0] ? (
            <rect
              key={`${layer.key}${part.data.start}`}
              x={at(part.data.start)}
              y={y(part[1])}
              width={column}
              height={y(part[0]) - y(part[1])}
              strokeWidth={column > 6 ? 0.75 : 0}
              {...familyFill(id, layer.key)}
            >
              <title>{titleOf(part.data)}</title>
            </rect>
          ) : null,
        ),
      )}
      {buckets.map(({ start }, i) =>
        i % every === 0 ? (
          <text
            key={start}
            x={at(start) + column / 2}
            y={height - 6}
            textAnchor="middle"
            className="fill-muted text-[12px] numbers"
          >
            {nameOf(start)}
          </text>
        ) : null,
      )}
    </svg>
  )
}
