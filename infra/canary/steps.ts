// The steps of the canary's journey, chosen from the contract as those of the smoke test are.
import type { Operation } from '../../codegen/model.ts'
import { itemCalls, userReads } from '../smoke-calls.ts'
import { placeholder, type Step } from './journey.ts'

export function stepsOf(operations: Operation[]): Step[] {
  const reads = userReads(operations).flatMap((path): Step[] => [
    { method: 'GET', path, access: 'anyone', status: 401 },
    { method: 'GET', path, access: 'user', status: 200 },
  ])
  const items = itemCalls(operations, placeholder).flatMap(({ create, read, remove, readAgain }): Step[] => {
    const calls = [create, read, remove, ...(readAgain ? [readAgain] : [])]
    if (calls.some(({ access }) => access === 'apiKey'))
      return [{ ...read, access: 'anyone', status: 403 } satisfies Step]
    const [first, ...others] = calls.map((call): Step => ({ ...call, access: ofCanary(call.access) }))
    return first ? [first, ...others.map((call) => ({ ...call, ofItem: true }))] : []
  })
  return [...reads, { method: 'GET', path: '/no-such-route', access: 'user', status: 404 }, ...items]
}

const ofCanary = (access: 'anyone' | 'user' | 'apiKey') => (access === 'user' ? access : 'anyone')
