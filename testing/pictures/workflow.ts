// The graph of the workflow, drawn from the definition that is deployed.
import { definition } from '../../server/workflow/definition.ts'
import { arrow, box, sheet, text } from './svg.ts'

type State = {
  Type: string
  Next?: string
  Default?: string
  Choices?: readonly { Next: string }[]
  End?: boolean
  Catch?: readonly { Next: string }[]
}

const [boxWidth, boxHeight, columnWidth, rowHeight, top] = [170, 48, 250, 92, 40]

export function workflowPicture({
  StartAt,
  States,
  Comment,
}: { StartAt: string; Comment: string; States: Record<string, State> } = definition): string {
  const columns = columnsOf(StartAt, States)
  const places = new Map<string, { x: number; y: number }>()
  columns.forEach((names, column) =>
    names.forEach((name, row) => places.set(name, { x: 90 + column * columnWidth, y: top + row * rowHeight })),
  )
  const height = top + Math.max(...columns.map((names) => names.length)) * rowHeight
  const edges = Object.entries(States).flatMap(([name, state]) => [
    ...nextOf(state).map((next) => edge(places, name, next, '')),
    ...(state.Catch ?? []).map(({ Next }) => edge(places, name, Next, 'stroke-dasharray="5 4"')),
  ])
  const first = places.get(StartAt) ?? { x: 0, y: 0 }
  const start = [
    `<circle cx="40" cy="${first.y + boxHeight / 2}" r="11" fill="#1657bd"/>`,
    arrow([
      [51, first.y + boxHeight / 2],
      [first.x, first.y + boxHeight / 2],
    ]),
  ]
  const boxes = Object.entries(States).flatMap(([name, state]) => stateBox(name, state, places.get(name)))
  const width = 90 + columns.length * columnWidth
  return sheet({ width, height }, `${Comment} ${columns.flat().join(', ')}`, [...new Set(edges), ...start, ...boxes])
}

const nextOf = ({ Next, Default, Choices = [] }: State): string[] => [
  ...new Set([...(Next ? [Next] : []), ...Choices.map((choice) => choice.Next), ...(Default ? [Default] : [])]),
]

/** Each state stands in the column of the longest way to it. States that only a failure leads to stand in the last one. */
function columnsOf(start: string, states: Record<string, State>): string[][] {
  const depth = new Map<string, number>()
  const visit = (name: string, at: number) => {
    if ((depth.get(name) ?? -1) >= at || at > Object.keys(states).length) return
    depth.set(name, at)
    for (const next of nextOf(states[name] ?? { Type: '' })) visit(next, at + 1)
  }
  visit(start, 0)
  const last = Math.max(...depth.values()) + 1
  const columns: string[][] = Array.from({ length: last + 1 }, () => [])
  for (const name of Object.keys(states)) columns[depth.get(name) ?? last]?.push(name)
  return columns.filter((names) => names.length > 0)
}

function edge(places: Map<string, { x: number; y: number }>, from: string, to: string, look: string): string {
  const [start, end] = [places.get(from), places.get(to)]
  if (!start || !end) return ''
  const failure = look !== ''
  const startY = start.y + (failure ? boxHeight : boxHeight / 2)
  const startX = failure ? start.x + boxWidth / 2 : start.x + boxWidth
  const endY = end.y + boxHeight / 2
  // A failure goes below the other states, and a step to the right goes straight.
  if (failure) {
    const below = Math.max(...[...places.values()].map(({ y }) => y)) + boxHeight + 18
    return arrow(
      [
        [startX, startY],
        [startX, below],
        [end.x + boxWidth / 2, below],
        [end.x + boxWidth / 2, end.y + boxHeight],
      ],
      look,
    )
  }
  const middle = (startX + end.x) / 2
  return arrow([
    [startX, startY],
    [middle, startY],
    [middle, endY],
    [end.x, endY],
  ])
}

function stateBox(name: string, { Type, End }: State, place = { x: 0, y: 0 }): string[] {
  const { x, y } = place
  const look =
    Type === 'Fail'
      ? 'fill="#fdecea" stroke="#b3261e"'
      : Type === 'Choice'
        ? 'fill="#fff6e0" stroke="#8a4b00"'
        : undefined
  return [
    box(x, y, boxWidth, boxHeight, look),
    text(x + boxWidth / 2, y + 21, name, 'text-anchor="middle" font-weight="600"'),
    text(
      x + boxWidth / 2,
      y + 38,
      End ? `${Type}, then the end` : Type,
      'text-anchor="middle" font-size="11" fill-opacity="0.75"',
    ),
  ]
}
