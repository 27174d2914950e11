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
    timeOf(request),
    `${request.durationMs} ms`,
    element('code', {}, request.requestId),
  ],
  classes: ['', 'number', 'number wide', 'number wide', 'number wide'],
  details: () => detailsOf(request),
})

const timeOf = ({ time }: Recorded) => new Date(time).toLocaleTimeString('en-GB')

const detailsOf = (request: Recorded): Node[] => [
  // A narrow screen has no columns for these.
  element(
    'p',
    {},
    `At ${timeOf(request)}, ${request.durationMs} ms, request id `,
    element('code', {}, request.requestId),
  ),
  ...(request.problem
    ? [element('h3', {}, 'Problem'), element('pre', {}, JSON.stringify(request.problem, null, 2))]
    : []),
  element('h3', {}, 'Log'),
  request.lines.length > 0
    ? element(
        'pre',
        {},
        ...request.lines.map(({ level, text }) => element('span', { class: levelClass(level) }, `${text}\n`)),
      )
    : element('p', {}, 'Nothing was logged.'),
]

const levelClass = (level: string) => (level === '' || level === 'ERROR' || level === 'CRITICAL' ? 'bad' : '')
