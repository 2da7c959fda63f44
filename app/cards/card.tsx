/** The picture that a shared link shows: what was said, who said it, and what it rests on. 1200 by 630, as others take. */
import type { ReactNode } from 'react'
import { MARKS } from '@/app/_ledger/status-mark'
import { FAMILIES, type Family, type Status } from '@/lib/domain/sourcing/types'
import { familyOf, type Style, WIDE } from '@/lib/web/cards/fonts'
import { brokenInto, fromRight, turned } from '@/lib/web/cards/lines'
import { svgText } from './svg-text'

export const CARD = { width: 1200, height: 630 } as const
const EDGE = 72
const RIGHT = CARD.width - EDGE

/** The light colours of app/globals.css. */
const INK = '#1c1b19'
const MUTED = '#5f5b54'
const RULE = '#dcd7cc'
const PAPER = '#fbfaf7'
const TONE: Record<Family, string> = {
  firm: '#1d5c46',
  thin: '#7a5200',
  unsupported: '#9a3412',
  conflict: '#7b2d6b',
  none: '#5f5b54',
}

interface LineProps {
  text: string
  family: string
  x?: number
  y: number
  size: number
  color?: string
  right?: boolean
}

const line = ({ text, family, x = EDGE, y, size, color = INK, right = false }: LineProps) => (
  <text
    key={y}
    x={right ? RIGHT : x}
    y={y}
    textAnchor={right ? 'end' : 'start'}
    fontFamily={family}
    fontSize={size}
    fill={color}
  >
    {turned(text, right)}
  </text>
)

/** The first of the texts that can be drawn, with its font. */
const drawable = (texts: readonly string[], style: Style): { text: string; family: string } => {
  for (const text of texts) {
    const family = familyOf(text, style)
    if (family) return { text, family }
  }
  return { text: '', family: 'Public Sans' }
}

/** The size at which a text of so many letters fills the middle of a card, and how many lines that makes. */
const SIZES: [letters: number, size: number, lines: number][] = [
  [70, 64, 4],
  [130, 54, 5],
  [220, 44, 5],
  [Number.POSITIVE_INFINITY, 36, 6],
]

const textBlock = ({ text, family }: { text: string; family: string }) => {
  const [, size, most] = SIZES.find(([letters]) => text.length <= letters) ?? [0, 36, 6]
  const right = fromRight(text)
  // The wider font is what it is called.
  const width = (RIGHT - EDGE) / (family === WIDE ? 1.12 : 1)
  const lines = brokenInto(text, width / size, most)
  return lines.map((one, i) => line({ text: one, family, y: 140 + size + i * size * 1.24, size, right }))
}

export interface CardParts {
  /** Of the ledger. */
  name: string
  /** What stands in the middle, and in its place where no font has its letters. */
  text: string
  otherwise: string
  /** Below it: who said it, or what is counted. */
  below: string
  status?: { status: Status; label: string }
}

const status = ({ status, label }: NonNullable<CardParts['status']>): ReactNode => (
  <g color={TONE[FAMILIES[status]]}>
    <svg x={EDGE} y={544} width={38} height={38} viewBox="0 0 16 16">
      {MARKS[status]}
    </svg>
    {line({ ...drawable([label], 'sans'), x: EDGE + 54, y: 575, size: 34, color: TONE[FAMILIES[status]] })}
  </g>
)

/** A card as SVG. */
export const cardSvg = ({ name, text, otherwise, below, status: shown }: CardParts): string => {
  const said = drawable([text, otherwise], 'serif')
  const who = drawable([brokenInto(below, (RIGHT - EDGE) / 30, 1)[0] ?? ''], 'sans')
  return svgText(
    <svg xmlns="http://www.w3.org/2000/svg" width={CARD.width} height={CARD.height} color={INK}>
      <rect width={CARD.width} height={CARD.height} fill={PAPER} />
      <svg x={EDGE} y={62} width={42} height={28} viewBox="0 0 18 12">
        <path d="M0 10.5h18" stroke={INK} strokeWidth="1" />
        <circle cx="4" cy="4.5" r="3.5" fill={INK} />
        <path d="M10 3.5h8M10 6.5h5" stroke={INK} strokeWidth="1" />
      </svg>
      {line({ ...drawable([name], 'serif'), x: EDGE + 58, y: 88, size: 34 })}
      {textBlock(said)}
      {line({ ...who, y: 496, size: 30, color: MUTED, right: fromRight(said.text) && fromRight(who.text) })}
      <path d={`M${EDGE} 524H${RIGHT}`} stroke={RULE} strokeWidth="2" />
      {shown ? status(shown) : null}
    </svg>,
  ).replaceAll('var(--paper)', PAPER)
}
