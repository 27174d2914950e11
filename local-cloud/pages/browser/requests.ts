// The last requests, each with its log lines and, if it failed, its problem.
import type { RequestPage } from '../data/answers.ts'
import { element } from './dom.ts'
import { createPagedTable } from './paged-table.ts'
import type { Row } from './rows.ts'

type Recorded = RequestPage['rows'][number]

export function showRequests() {
  const { show } = createPagedTable<RequestPage>({
    section: '#requests',
    addressOf: (page) => `/local-cloud/requests?page=${page}`,
    rowsOf: ({ rows }) => rows.map(rowOf),
  })
  return show
}

const rowOf = (request: Recorded): Row => ({
  key: request.requestId,
  cells: [
    element('span', {}, element('strong', {}, request.method), ' ', request.path),
    element('span', { class: `status s${String(request.status).slice(0, 1)}` }, String(request.status)),
    new Date(request.time).toLocaleTimeString('en-GB'),
    `${request.durationMs} ms`,
    element('code', {}, request.requestId),
  ],
  classes: ['', 'number', 'number', 'number wide', 'wide'],
  details: () => detailsOf(request),
})

const detailsOf = ({ requestId, durationMs, problem, lines }: Recorded): Node[] => [
  element('p', {}, 'Request id ', element('code', {}, requestId), `, ${durationMs} ms`),
  ...(problem ? [element('h4', {}, 'Problem'), element('pre', {}, JSON.stringify(problem, null, 2))] : []),
  element('h4', {}, 'Log'),
  lines.length > 0
    ? element('pre', {}, ...lines.map(({ level, text }) => element('span', { class: levelClass(level) }, `${text}\n`)))
    : element('p', {}, 'Nothing was logged.'),
]

const levelClass = (level: string) => (level === '' || level === 'ERROR' || level === 'CRITICAL' ? 'bad' : '')
