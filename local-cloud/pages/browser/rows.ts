// The rows of a table. A row that has not changed stays, with its focus, its selection and its open details.
import { element } from './dom.ts'

export type Row = {
  key: string
  /** The first cell is the row's header, and the button of its details. */
  cells: (string | Node)[]
  /** Classes of the cells. */
  classes?: string[]
  details?: () => Node[]
}

type Shown = { content: string; elements: HTMLTableRowElement[] }

let numbered = 0

export function createRows(body: HTMLTableSectionElement) {
  const shown = new Map<string, Shown>()
  const open = new Set<string>()

  /** A row is made again only when its `content` has changed. */
  return (rows: { row: Row; content: string }[]) => {
    const wanted = new Set(rows.map(({ row }) => row.key))
    for (const [key, { elements }] of shown) {
      if (wanted.has(key)) continue
      for (const old of elements) old.remove()
      shown.delete(key)
      open.delete(key)
    }
    let place = 0
    for (const { row, content } of rows) {
      const present = shown.get(row.key)
      const elements = present?.content === content ? present.elements : elementsOf(row, open)
      if (present && present.elements !== elements) replace(present.elements, elements)
      shown.set(row.key, { content, elements })
      for (const wantedElement of elements) {
        const current = body.rows[place] ?? null
        if (current !== wantedElement) body.insertBefore(wantedElement, current)
        place += 1
      }
    }
  }
}

function replace(old: HTMLTableRowElement[], made: HTMLTableRowElement[]) {
  const hadFocus = old.some((row) => row.contains(document.activeElement))
  old[0]?.before(...made)
  for (const row of old) row.remove()
  if (hadFocus) made[0]?.querySelector('button')?.focus()
}

function elementsOf({ key, cells, classes = [], details }: Row, open: Set<string>): HTMLTableRowElement[] {
  const [first = '', ...others] = cells
  const rest = others.map((cell, n) => element('td', { class: classes[n + 1] ?? '' }, cell))
  if (!details) return [element('tr', {}, element('th', { scope: 'row' }, first), ...rest)]

  const id = `details-${(numbered += 1)}`
  const button = element('button', { type: 'button', class: 'opens', 'aria-controls': id }, first)
  const place = element('td', { colspan: String(cells.length) })
  const below = element('tr', { id, class: 'details' }, place)
  const show = () => {
    const isOpen = open.has(key)
    button.setAttribute('aria-expanded', String(isOpen))
    below.hidden = !isOpen
    place.replaceChildren(...(isOpen ? details() : []))
  }
  button.addEventListener('click', () => {
    if (!open.delete(key)) open.add(key)
    show()
  })
  show()
  return [element('tr', {}, element('th', { scope: 'row' }, button), ...rest), below]
}
