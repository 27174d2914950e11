// results.json → results.svg: the ratios as bars, readable on a light and on a dark background.
import type { RatioName } from './ratios.ts'

type Results = { ratios: Record<RatioName, number> }
type Bar = { label: string; value: number; ours?: boolean }
type Panel = { title: string; bars: Bar[] }

const width = 720
const labelWidth = 250
const barWidth = 380
const rowHeight = 24
const panelGap = 26

export function renderChart({ ratios }: Results): string {
  const panels = panelsOf(ratios)
  let y = 12
  const drawn = panels.map((panel) => {
    const top = y
    y += 26 + panel.bars.length * rowHeight + panelGap
    return renderPanel(panel, top)
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${y}" width="${width}" height="${y}" role="img" aria-labelledby="title">`,
    '<title id="title">Frontdesk beside other frameworks: cold start, warm requests and growth of the contract</title>',
    `<style>${style}</style>`,
    `<rect class="ground" width="${width}" height="${y}" rx="8"/>`,
    ...drawn.flat(),
    '</svg>',
    '',
  ].join('\n')
}

/** All values relative to Frontdesk at 20 operations. Less is better. */
function panelsOf(ratios: Results['ratios']): Panel[] {
  return [
    {
      title: 'Cold start to the first validated POST, whole process (Frontdesk = 1)',
      bars: [
        { label: 'bare handler, no validation', value: 1 / ratios.coldWallVsBare },
        { label: 'Frontdesk', value: 1, ours: true },
        { label: 'best peer', value: 1 / ratios.coldVsBestPeer },
        { label: 'openapi-backend as documented', value: 1 / ratios.coldVsDocumented },
      ],
    },
    {
      title: 'Time of a warm request (Frontdesk = 1)',
      bars: [
        { label: 'Frontdesk', value: 1, ours: true },
        { label: 'best peer, valid POST', value: ratios.warmPostVsBestPeer },
        { label: 'best peer, GET', value: ratios.warmGetVsBestPeer },
        { label: 'best peer, invalid POST', value: ratios.warmInvalidVsBestPeer },
      ],
    },
    {
      title: 'Frontdesk as the contract grows (20 operations = 1)',
      bars: [
        { label: 'cold start, 200 operations', value: ratios.cold200vs20, ours: true },
        { label: 'cold start, 1,000 operations', value: ratios.cold1000vs20, ours: true },
        { label: 'warm request, 1,000 operations', value: ratios.warm1000vs20, ours: true },
      ],
    },
  ]
}

function renderPanel({ title, bars }: Panel, top: number): string[] {
  const most = Math.max(...bars.map(({ value }) => value))
  return [
    `<text class="title" x="16" y="${top + 14}">${title}</text>`,
    ...bars.flatMap(({ label, value, ours }, n) => {
      const y = top + 26 + n * rowHeight
      const length = Math.max(2, (value / most) * barWidth)
      return [
        `<text class="label" x="${labelWidth - 8}" y="${y + 14}">${label}</text>`,
        `<rect class="${ours ? 'ours' : 'other'}" x="${labelWidth}" y="${y + 3}" width="${length.toFixed(1)}" height="15" rx="2"/>`,
        `<text class="value" x="${(labelWidth + length + 8).toFixed(1)}" y="${y + 14}">${shown(value)}</text>`,
      ]
    }),
  ]
}

const shown = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)}×`

const style = `
text { font: 13px system-ui, sans-serif; fill: #1f2933 }
.title { font-weight: 600 } .label { text-anchor: end } .value { font-variant-numeric: tabular-nums }
.ground { fill: #ffffff } .ours { fill: #0b7a75 } .other { fill: #9aa5b1 }
@media (prefers-color-scheme: dark) {
  text { fill: #e4e7eb } .ground { fill: #161b22 } .ours { fill: #2dd4bf } .other { fill: #616e7c }
}`
