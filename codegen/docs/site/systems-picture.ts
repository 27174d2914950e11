// The picture of the front page, drawn from the contract: callers, the API, and its systems.
import type { Caller, Model } from '../../model.ts'
import type { System } from './front-page.ts'
import { escape } from './markup.ts'

const names: Record<Caller, string> = { user: 'Users', apiKey: 'Systems with a key', anyone: 'Anyone' }
const [width, row, box] = [720, 46, 34]

export function systemsPicture(model: Model, systems: System[]): string {
  const callers: Caller[] = (['user', 'apiKey', 'anyone'] as const).filter((caller) =>
    systems.some((system) => system.callers.includes(caller)),
  )
  const height = Math.max(systems.length, callers.length * 2) * row + 12
  const middle = height / 2
  const callerAt = (index: number) => ((index + 0.5) * height) / callers.length
  const systemAt = (index: number) => ((index + 0.5) * height) / systems.length
  const lines = [
    ...callers.map((_, index) => line(170, callerAt(index), 270, middle)),
    ...systems.map((_, index) => line(400, middle, 490, systemAt(index))),
  ]
  const boxes = [
    ...callers.map((caller, index) => labelled(10, callerAt(index), 160, names[caller], 'caller')),
    labelled(270, middle, 130, model.names.title, 'api'),
    ...systems.map(({ title }, index) => labelled(490, systemAt(index), 220, title, 'system')),
  ]
  const text = `${callers.map((caller) => names[caller]).join(', ')} call ${model.names.title}, which has ${systems.map(({ title }) => title).join(', ')}.`
  return `<svg class="picture" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escape(text)}">${lines.join('')}${boxes.join('')}</svg>`
}

const line = (x1: number, y1: number, x2: number, y2: number) => {
  const half = (x1 + x2) / 2
  return `<path d="M${x1} ${y1}C${half} ${y1} ${half} ${y2} ${x2} ${y2}"/>`
}

const labelled = (x: number, y: number, wide: number, text: string, kind: string) =>
  `<g class="${kind}"><rect x="${x}" y="${y - box / 2}" width="${wide}" height="${box}" rx="8"/><text x="${x + wide / 2}" y="${y + 5}" text-anchor="middle">${escape(text)}</text></g>`
