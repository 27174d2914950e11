// One page of a list that was read as a whole.
import type { PageOf } from './answers.ts'

export const rowsOnPage = 10

/** @param number The wanted page. A page after the last one is the last one. */
export function pageOf<Row>(all: readonly Row[], number: number, isCut = false): PageOf<Row> {
  const pages = Math.max(1, Math.ceil(all.length / rowsOnPage))
  const page = Math.min(Math.max(0, Math.trunc(number) || 0), pages - 1)
  const rows = all.slice(page * rowsOnPage, (page + 1) * rowsOnPage)
  return { rows, page, pages, total: all.length, isCut }
}
