// The items of the chosen table.
import type { ItemPage } from '../data/answers.ts'
import { createChoice } from './choice.ts'
import { element, part } from './dom.ts'
import { createPagedTable } from './paged-table.ts'

export function showItems() {
  const chosen = createChoice(part('#tables .choices'), () => void table.restart())
  const [caption, head] = [part('#tables caption'), part('#tables thead tr')]
  let columns = ''
  const table = createPagedTable<ItemPage>({
    section: '#tables',
    addressOf: (page) => `/local-cloud/items?table=${encodeURIComponent(chosen())}&page=${page}`,
    onAnswer: (answer) => {
      caption.textContent = `Items of the table ${chosen()}`
      if (columns === answer.columns.join('\n')) return
      columns = answer.columns.join('\n')
      const headers = ['id', ...answer.columns].map((name, n) =>
        element('th', { scope: 'col', class: n > 1 ? 'wide' : '' }, name),
      )
      head.replaceChildren(...headers)
    },
    rowsOf: (answer) =>
      answer.rows.map(({ id, cells, json }) => ({
        // The same id can be in several tables.
        key: `${chosen()} ${id}`,
        cells: [element('code', {}, id), ...cells],
        classes: ['', 'value', 'value wide', 'value wide'],
        details: () => [element('pre', {}, json)],
      })),
  })
  return table.show
}
