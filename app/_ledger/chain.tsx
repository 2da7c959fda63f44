import { useLocale, useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { Sideways } from '@/app/_kit/sideways'
import { directionOf } from '@/lib/domain/direction'
import type { ChainHop, ChainView, LostTrails as Lost, NodeRef } from '@/lib/queries/views'
import { layout } from './chain-layout'
import { NodeName, nameOf } from './names'

type Translate = ReturnType<typeof useTranslations<never>>

const modeOf = (t: Translate, mode: string) => t(`mode.${mode as 'cites'}`)

const hrefOf = (node: ChainView['nodes'][number]['node']) =>
  node.type === 'unnamed'
    ? undefined
    : node.type === 'speaker'
      ? `/speakers/${node.slug}`
      : `/sources/${node.slug}`

/** Whoever is not named is drawn with a broken line, as its mark is. */
const isUnnamed = (node: ChainView['nodes'][number]['node']) =>
  node.type === 'unnamed' || (node.type === 'speaker' && node.kind === 'anonymous')

const sentence = (t: Translate, path: readonly ChainHop[]): string =>
  path
    .map(({ from, to, mode }, i) =>
      i === 0
        ? `${nameOf(from, t('ref.unnamed'))} ${modeOf(t, mode)} ${nameOf(to, t('ref.unnamed'))}`
        : `${modeOf(t, mode)} ${nameOf(to, t('ref.unnamed'))}`,
    )
    .join(t('ref.comma'))

/** The chain drawn in the direction of reading; the list beside it says the same in words. */
export function ChainDiagram({ chain }: { chain: ChainView }) {
  const t = useTranslations()
  if (chain.edges.length === 0) return null
  const byId = new Map(chain.nodes.map((entry) => [entry.id, entry]))
  const drawing = layout(
    chain.nodes.map(({ id, node }) => ({ id, name: nameOf(node, t('ref.unnamed')) })),
    chain.edges.map(({ from, to, mode }) => ({ from, to, label: modeOf(t, mode) })),
    directionOf(useLocale()),
  )
  return (
    <Sideways
      className="-mx-1 px-1"
      label={t('claim.chainDiagram', { paths: chain.paths.map((path) => sentence(t, path)).join('; ') })}
    >
      <svg
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        width={drawing.width}
        height={drawing.height}
        aria-hidden="true"
        className="max-w-none"
      >
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0.5 7 4 0 7.5" fill="none" stroke="var(--muted)" strokeWidth="1.2" />
          </marker>
        </defs>
        {drawing.edges.map((edge) => (
          <g key={edge.path}>
            <path d={edge.path} fill="none" stroke="var(--muted)" strokeWidth="1" markerEnd="url(#arrow)" />
            <text
              x={edge.x}
              y={edge.y + 4}
              textAnchor="middle"
              fontSize="12"
              fill="var(--muted)"
              stroke="var(--paper)"
              strokeWidth="5"
              paintOrder="stroke"
            >
              {edge.label}
            </text>
          </g>
        ))}
        {drawing.nodes.map((node) => {
          const entry = byId.get(node.id)
          const href = entry ? hrefOf(entry.node) : undefined
          const body = (
            <>
              <rect
                x={node.x}
                y={node.y}
                width={node.width}
                height={node.height}
                rx={entry?.node.type === 'source' ? 1 : 10}
                fill="var(--paper)"
                stroke={entry?.role === 'maker' ? 'var(--ink)' : 'var(--rule)'}
                strokeWidth={entry?.role === 'maker' ? 1.6 : 1.2}
                strokeDasharray={entry && isUnnamed(entry.node) ? '3 3' : undefined}
              />
              {node.lines.map((text, i) => (
                <text
                  key={text}
                  x={node.x + node.width / 2}
                  y={node.y + 20 + i * 17}
                  textAnchor="middle"
                  fontSize="13"
                  fill={href ? 'var(--link)' : 'var(--ink)'}
                >
                  {text}
                </text>
              ))}
            </>
          )
          return href ? (
            <a key={node.id} href={href} tabIndex={-1}>
              {body}
            </a>
          ) : (
            <g key={node.id}>{body}</g>
          )
        })}
      </svg>
    </Sideways>
  )
}

/** The chain as a list: one path an item, hop by hop. */
export function ChainList({ chain }: { chain: ChainView }) {
  const t = useTranslations()
  return (
    <ol className="mt-3 space-y-1.5">
      {chain.paths.map((path) => (
        <li key={sentence(t, path)}>
          {path.map((hop, i) => (
            <span key={`${hop.mode}${i === 0 ? '' : nameOf(hop.from, '')}`}>
              {i === 0 ? <NodeName node={hop.from} brief /> : t('ref.comma')}
              <span className="text-muted"> {modeOf(t, hop.mode)}</span>
              {hop.wording ? (
                <span className="text-muted">
                  {' '}
                  (<bdi>“{hop.wording}”</bdi>)
                </span>
              ) : null}{' '}
              <NodeName node={hop.to} brief />
            </span>
          ))}
        </li>
      ))}
      {chain.more > 0 ? <li className="text-muted">{t('claim.chainMore', { n: chain.more })}</li> : null}
    </ol>
  )
}

/** From where no trail leads to who said it, and where the trails stop. */
export function LostTrails({ lost }: { lost: Lost }) {
  const t = useTranslations('claim')
  const names = (nodes: readonly NodeRef[]) => () =>
    nodes.map((node, i) => (
      <Fragment key={node.type === 'unnamed' ? i : `${node.type} ${node.slug}`}>
        {i === 0 ? null : t('and')}
        <NodeName node={node} brief />
      </Fragment>
    ))
  return (
    <p className="mt-3 max-w-[75ch] text-muted">
      {t.rich(`trail.${lost.how}`, { from: names(lost.from), ends: names(lost.ends) })}
    </p>
  )
}
