// The files of the chosen bucket, each with a link that downloads it.
import type { FilePage } from '../data/answers.ts'
import { createChoice } from './choice.ts'
import { element, part } from './dom.ts'
import { createPagedTable } from './paged-table.ts'

export function showFiles() {
  const chosen = createChoice(part('#files .choices'), () => void table.restart())
  const caption = part('#files caption')
  const table = createPagedTable<FilePage>({
    section: '#files',
    addressOf: (page) => `/local-cloud/files?bucket=${encodeURIComponent(chosen())}&page=${page}`,
    onAnswer: () => (caption.textContent = `Files of the bucket ${chosen()}`),
    rowsOf: ({ rows }) =>
      rows.map(({ key, size, type, modified }) => ({
        key: `${chosen()} ${key}`,
        cells: [link(chosen(), key), sizeOf(size), type, new Date(modified).toLocaleString('en-GB')],
        classes: ['', 'number', 'wide', 'number wide'],
      })),
  })
  return table.show
}

/** The address begins with a path of this server, whatever the key is. */
function link(bucket: string, key: string) {
  const href = `/local-cloud/file?${new URLSearchParams({ bucket, key }).toString()}`
  return element('a', { href, download: '' }, key)
}

function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  const [size, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB']
  return `${size.toFixed(1)} ${unit}`
}
