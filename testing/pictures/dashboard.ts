// The dashboard as it will look, drawn from the code that makes it. Its curves are made up.
import { box, escape, sheet, text } from './svg.ts'

type Graph = { title: string; names: string[] }

const [width, height, gap, margin] = [300, 150, 14, 20]
const colours = ['#1657bd', '#b3261e', '#14713c', '#8a4b00']

export function dashboardPicture(source: string): string {
  const rows = rowsOf(source)
  const sheetWidth = margin * 2 + 3 * width + 2 * gap
  const parts = rows.flatMap((graphs, row) =>
    graphs.flatMap((graph, column) => widget(graph, margin + column * (width + gap), 52 + row * (height + gap))),
  )
  const size = { width: sheetWidth, height: 52 + rows.length * (height + gap) + 8 }
  const titles = rows.flat().map(({ title }) => title)
  return sheet(size, `The dashboard: ${titles.join(', ')}`, [
    text(margin, 32, 'Dashboard, with made-up values', 'font-weight="600" font-size="16"'),
    ...parts,
  ])
}

/** The graphs of each row, by the calls of the code. */
function rowsOf(source: string): Graph[][] {
  const graphs = new Map(callsOf(source).map((graph) => [graph.title, graph]))
  const variables = [...source.matchAll(/const (\w+) = \[graph\('([^']+)'/g)]
  const titleIn = new Map(variables.map(([, name = '', title = '']) => [name, title]))
  const [, ...rows] = source.split('addWidgets(')
  return rows.map((row) => {
    const listed = [...row.matchAll(/\bgraph\(\s*'([^']+)'|\.\.\.(\w+),/g)]
    return listed.flatMap(([, title, variable = '']) => graphs.get(title ?? titleIn.get(variable) ?? '') ?? [])
  })
}

/** Each call of `graph` with the names of its metrics. */
function callsOf(source: string): Graph[] {
  return [...source.matchAll(/\bgraph\(\s*'([^']+)',/g)].map(({ 0: start, 1: title = '', index }) => {
    const rest = withVariables(source, argumentsFrom(source, index + start.length))
    const names = [...rest.matchAll(/'([A-Z\d]\w+)'|\bmetric([A-Z]\w+)\(/g)].map(
      ([, named, method = '']) => named ?? method,
    )
    return { title, names: [...new Set(names)].slice(0, most) }
  })
}

const most = 3

/** The text up to the bracket that closes the call. */
function argumentsFrom(source: string, start: number): string {
  let open = 1
  let end = start
  while (open > 0 && end < source.length) {
    if (source[end] === '(') open++
    if (source[end] === ')') open--
    end++
  }
  return source.slice(start, end - 1)
}

/** A variable in the arguments stands for the line that makes it. */
const withVariables = (source: string, text: string) =>
  text.replace(/\b([a-z]\w*)\b(?=[,\s\])]|$)/g, (name) => new RegExp(`const ${name} = (.+)`).exec(source)?.[1] ?? name)

function widget({ title, names }: Graph, x: number, y: number): string[] {
  return [
    box(x, y, width, height, 'fill="#ffffff" stroke="#d9dde5"'),
    text(x + 12, y + 22, title, 'font-weight="600"'),
    ...[0.25, 0.5, 0.75].map(
      (part) => `<path d="M${x + 12} ${(y + 34 + part * 78).toFixed(1)}h${width - 24}" stroke="#eef1f6"/>`,
    ),
    ...names.map((name, index) => curve(`${title} ${name}`, x + 12, y + 36, colours[index % colours.length] ?? '')),
    ...names.map(
      (name, index) =>
        `<text x="${x + 12 + index * 92}" y="${y + height - 12}" font-size="10" fill="${colours[index % colours.length] ?? ''}">${escape(name.slice(0, 14))}</text>`,
    ),
  ]
}

const steps = 28

/** The name alone decides the curve. */
function curve(name: string, x: number, y: number, colour: string): string {
  let state = [...name].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 2147483647, 7)
  let level = 20 + (state % 45)
  const points = Array.from({ length: steps + 1 }, (_, step) => {
    state = (state * 16807) % 2147483647
    level = Math.min(72, Math.max(4, level + ((state % 19) - 9)))
    return `${(x + (step * (width - 24)) / steps).toFixed(1)} ${(y + 78 - level).toFixed(1)}`
  })
  return `<path d="M${points.join('L')}" fill="none" stroke="${colour}" stroke-width="1.6"/>`
}
