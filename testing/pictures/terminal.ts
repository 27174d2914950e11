// The terminal, drawn from the commands and answers that the README shows. A test runs these commands as they are printed.
import { escape, sheet } from './svg.ts'

const [lineHeight, top, most] = [19, 56, 100]

export function terminalPicture(readme: string): string {
  const blocks = [...readme.matchAll(/```(sh|json)\n([^]*?)```/g)].map(([, kind, code = '']) => ({
    kind,
    lines: code.trimEnd().split('\n'),
  }))
  const [start, ...tour] = blocks.filter(({ kind }) => kind === 'sh' || kind === 'json').slice(0, 3)
  const lines = [start, ...tour].flatMap((block) =>
    (block?.lines ?? []).map((line, index) => ({
      text: (block?.kind === 'sh' && (index === 0 || !line.startsWith(' ')) ? `$ ${line}` : `  ${line}`).slice(0, most),
      colour: block?.kind === 'sh' ? '#e8eaf0' : '#8ab8ff',
    })),
  )
  const size = { width: 900, height: top + lines.length * lineHeight + 14 }
  return sheet(size, 'A terminal: start, create a case, and the answer', [
    `<rect width="${size.width}" height="${size.height}" rx="10" fill="#14171d"/>`,
    ...['#ff5f57', '#febc2e', '#28c840'].map(
      (colour, index) => `<circle cx="${24 + index * 20}" cy="22" r="6" fill="${colour}"/>`,
    ),
    ...lines.map(
      ({ text, colour }, index) =>
        `<text x="22" y="${top + index * lineHeight}" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="13.5" fill="${colour}" xml:space="preserve">${escape(text)}</text>`,
    ),
  ])
}
