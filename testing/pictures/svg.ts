// Pieces of the drawn pictures: a sheet, boxes, arrows and text. The same input gives the same picture.

export const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

export type Size = { width: number; height: number }

/** @param name What a screen reader says. */
export const sheet = ({ width, height }: Size, name: string, parts: string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(name)}" font-family="system-ui, sans-serif">
<rect width="${width}" height="${height}" rx="10" fill="#ffffff" stroke="#d9dde5"/>
${parts.join('\n')}
</svg>
`

export const text = (x: number, y: number, content: string, look = ''): string =>
  `<text x="${x}" y="${y}" font-size="14" fill="#1c2230" ${look}>${escape(content)}</text>`

export const box = (x: number, y: number, width: number, height: number, look = 'fill="#eef1f6" stroke="#9aa3b5"') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8" ${look}/>`

/** A line with a head at its end. */
export function arrow(points: [number, number][], look = ''): string {
  const [[fromX = 0, fromY = 0] = [], [x = 0, y = 0] = []] = points.slice(-2)
  const angle = Math.atan2(y - fromY, x - fromX)
  const head = [2.7, -2.7].map((turn) => {
    const [headX, headY] = [x + 8 * Math.cos(angle + turn), y + 8 * Math.sin(angle + turn)]
    return `${headX.toFixed(1)} ${headY.toFixed(1)}`
  })
  const line = points.map((point) => point.join(' ')).join('L')
  return `<path d="M${line}M${head[0] ?? ''}L${x} ${y}L${head[1] ?? ''}" fill="none" stroke="#535c6c" stroke-width="1.4" ${look}/>`
}
