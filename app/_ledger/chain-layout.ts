/** Where the nodes and edges of an attribution chain are drawn: a layered layout from start to end. */
import dagre from '@dagrejs/dagre'
import { curveBasis, line } from 'd3-shape'

export interface DrawnNode {
  id: string
  lines: string[]
  x: number
  y: number
  width: number
  height: number
}

export interface DrawnEdge {
  path: string
  label: string
  x: number
  y: number
}

export interface Drawing {
  width: number
  height: number
  nodes: DrawnNode[]
  edges: DrawnEdge[]
}

/** Pixels of a character of the 13-pixel sans, on average; boxes are made a little too wide rather than too narrow. */
const CHARACTER = 6.9
const LINE = 17
const PADDING = 10
/** Characters in a line of a box, and lines before a name is cut. */
const COLUMNS = 24
const LINES = 3

/** Breaks a name into lines at spaces; a name of more than LINES lines ends in an ellipsis. */
export const breakName = (name: string): string[] => {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= COLUMNS) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word.length > COLUMNS ? `${word.slice(0, COLUMNS - 1)}…` : word)
  }
  return lines.length <= LINES ? lines : [...lines.slice(0, LINES - 1), `${lines[LINES - 1]}…`]
}

const curve = line<{ x: number; y: number }>()
  .x((p) => p.x)
  .y((p) => p.y)
  .curve(curveBasis)

/**
 * Lays out a chain in the direction of reading. Dagre's own numbers are rounded, so that the same chain gives the same page.
 */
export const layout = (
  nodes: readonly { id: string; name: string }[],
  edges: readonly { from: string; to: string; label: string }[],
  direction: 'ltr' | 'rtl' = 'ltr',
): Drawing => {
  const graph = new dagre.graphlib.Graph({ multigraph: true })
  graph.setGraph({
    rankdir: direction === 'rtl' ? 'RL' : 'LR',
    nodesep: 18,
    ranksep: 34,
    edgesep: 12,
    marginx: 2,
    marginy: 4,
  })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id, name } of nodes) {
    const lines = breakName(name)
    const width = Math.max(...lines.map((text) => text.length)) * CHARACTER + 2 * PADDING
    graph.setNode(id, { lines, width, height: lines.length * LINE + 2 * PADDING - 4 })
  }
  edges.forEach(({ from, to, label }, i) => {
    graph.setEdge(from, to, { label, width: label.length * 6.2 + 8, height: 16, labelpos: 'c' }, String(i))
  })
  dagre.layout(graph)
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  const round = (n: number) => Math.round(n * 10) / 10
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodes: graph.nodes().map((id) => {
      const node = graph.node(id) as unknown as DrawnNode
      return {
        id,
        lines: node.lines,
        x: round(node.x - node.width / 2),
        y: round(node.y - node.height / 2),
        width: round(node.width),
        height: round(node.height),
      }
    }),
    edges: graph.edges().map((key) => {
      const edge = graph.edge(key) as unknown as {
        points: { x: number; y: number }[]
        label: string
        x: number
        y: number
      }
      const points = edge.points.map(({ x, y }) => ({ x: round(x), y: round(y) }))
      return { path: curve(points) ?? '', label: edge.label, x: round(edge.x), y: round(edge.y) }
    }),
  }
}
