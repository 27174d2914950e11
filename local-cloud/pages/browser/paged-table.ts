// A table of data with pages: it reads a page, shows its rows, and turns to the next or the one before.
import type { PageOf } from '../data/answers.ts'
import { part } from './dom.ts'
import { createReader } from './read.ts'
import { createRows, type Row } from './rows.ts'

type PagedTable<Answer> = {
  /** The selector of the section. */
  section: string
  /** The address of a page. */
  addressOf: (page: number) => string
  rowsOf: (answer: Answer) => Row[]
  /** Called before the rows are shown. */
  onAnswer?: (answer: Answer) => void
}

export function createPagedTable<Answer extends PageOf<unknown>>(options: PagedTable<Answer>) {
  const root = part(options.section)
  const read = createReader<Answer>()
  // Safe cast: the element's name says its type.
  const rows = createRows(part('tbody', root) as HTMLTableSectionElement)
  const [earlier, later] = [part('.earlier', root), part('.later', root)]
  const [count, failure] = [part('.count', root), part('.failure', root)]
  let page = 0

  const showAnswer = (answer: Answer) => {
    page = answer.page
    options.onAnswer?.(answer)
    rows(options.rowsOf(answer).map((row, n) => ({ row, content: JSON.stringify(answer.rows[n]) })))
    part('.empty', root).hidden = answer.total > 0
    part('.scroll', root).hidden = answer.total === 0
    part('.pager', root).hidden = answer.total === 0
    count.textContent = countOf(answer)
    earlier.hidden = later.hidden = answer.pages === 1
    // A button that is disabled outright would lose the focus.
    earlier.setAttribute('aria-disabled', String(page === 0))
    later.setAttribute('aria-disabled', String(page >= answer.pages - 1))
  }

  const show = async () => {
    try {
      const answer = await read(options.addressOf(page))
      failure.hidden = true
      if (answer) showAnswer(answer)
    } catch (error) {
      failure.hidden = false
      failure.textContent = error instanceof TypeError ? 'The local cloud does not answer.' : String(error)
    }
  }
  const turn = (button: HTMLElement, by: number) => {
    if (button.ariaDisabled === 'true') return
    page = Math.max(0, page + by)
    void show()
  }
  earlier.addEventListener('click', () => turn(earlier, -1))
  later.addEventListener('click', () => turn(later, 1))

  return {
    show,
    /** Shows the first page, of something else. */
    restart: () => {
      page = 0
      return show()
    },
  }
}

function countOf({ page, pages, total, isCut }: PageOf<unknown>): string {
  const entries = isCut ? `the first ${total}` : String(total)
  return pages > 1 ? `Page ${page + 1} of ${pages}, ${entries} in all` : `${entries} in all`
}
