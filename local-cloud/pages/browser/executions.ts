// The last executions of the workflow. The page arrives with them, and this replaces them by later ones.
import type { ExecutionRow } from '../data/answers.ts'
import { element, part } from './dom.ts'
import { createReader } from './read.ts'

export function showExecutions() {
  const list = part('#executions')
  const read = createReader<ExecutionRow[]>()
  return async () => {
    // Without an answer the list stays as it is. The other tables say that the local cloud does not answer.
    const rows = await read('/local-cloud/executions').catch(() => undefined)
    if (!rows) return
    list.replaceChildren(...rows.map(entryOf))
    part('#executions-none').hidden = rows.length > 0
  }
}

const entryOf = ({ customer, startedAt, start, path, end }: ExecutionRow) =>
  element(
    'div',
    {},
    element('dt', {}, customer, element('small', {}, `${startedAt} · ${start}`)),
    element('dd', {}, `${path.join(' → ')} `, element('strong', {}, end)),
  )
