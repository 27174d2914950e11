// The JSON that the start page reads from the local cloud. Both sides are compiled with these types.
import type { RecordedRequest } from '../../request-record.ts'

/** A part of a list, by the number of the page. */
export type PageOf<Row> = {
  rows: Row[]
  /** Counted from 0. */
  page: number
  pages: number
  total: number
  /** Whether there is more than was read. */
  isCut: boolean
}

export type RequestPage = PageOf<RecordedRequest>

export type ItemRow = {
  id: string
  /** The values of the columns, as text. */
  cells: string[]
  /** The whole item as JSON. */
  json: string
}

export type ItemPage = PageOf<ItemRow> & { columns: string[] }

export type FileRow = { key: string; size: number; type: string; modified: string }

export type FilePage = PageOf<FileRow>

export type ExecutionRow = { customer: string; startedAt: string; start: string; path: string[]; end: string }

/** The part that has changed, as the name of a server-sent event. */
export type Change = 'requests' | 'tables' | 'files' | 'executions'
