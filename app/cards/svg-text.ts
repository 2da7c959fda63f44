import { Fragment, type ReactElement, type ReactNode } from 'react'

/** Attributes that are written with hyphens in SVG; the others that cards use are written as in React. */
const HYPHENS = /^(stroke|font|text)([A-Z])/

const escaped = (text: string): string =>
  text
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')

/** A drawing of plain SVG elements as text: the framework has no other way to draw outside of a page. */
export const svgText = (node: ReactNode): string => {
  if (node === null || node === undefined || typeof node === 'boolean') return ''
  if (Array.isArray(node)) return node.map(svgText).join('')
  if (typeof node !== 'object') return escaped(String(node))
  const { type, props } = node as ReactElement<Record<string, unknown>>
  const { children, ...attributes } = props
  const inside = svgText(children as ReactNode)
  if (type === Fragment) return inside
  if (typeof type !== 'string') throw new Error('A card is drawn of SVG elements only.')
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const svg = name.replace(
        HYPHENS,
        (_, word: string, letter: string) => `${word}-${letter.toLowerCase()}`,
      )
      return ` ${svg}="${escaped(String(value))}"`
    })
  return `<${type}${written.join('')}>${inside}</${type}>`
}
