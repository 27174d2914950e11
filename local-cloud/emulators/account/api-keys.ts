// API Gateway's operations on API keys and usage plans (REST JSON), as the project's commands use them.
import { randomBytes } from 'node:crypto'
import { ServiceError, textIn, type Input } from './service-error.ts'
import type { AccountState, ApiKey } from './state.ts'

type Plan = { id: string; name: string }
type Call = { method: string; parts: string[]; query: URLSearchParams; body: Input }

const shown = ({ id, name, enabled }: ApiKey) => ({ id, name, enabled })
const notFound = (what: string) => new ServiceError('NotFoundException', `Invalid ${what} identifier specified`, 404)

/** @param plans The usage plans that a deployment has made, by their names. */
export function createApiKeys({ keys }: AccountState, plans: readonly string[]) {
  const made: Plan[] = plans.map((name) => ({ id: `plan-${name}`, name }))

  const create = (body: Input) => {
    const [name, value] = [textIn(body, 'name', 'BadRequestException'), textIn(body, 'value', 'BadRequestException')]
    if (value.length < 20 || value.length > 128)
      throw new ServiceError('BadRequestException', 'API Key value should have 20 to 128 characters')
    if (keys.some((key) => key.value === value))
      throw new ServiceError('ConflictException', 'API Key already exists', 409)
    const key = { id: randomBytes(5).toString('hex'), name, value, enabled: body.enabled === true, planIds: [] }
    keys.push(key)
    return { ...shown(key), value }
  }

  const join = (planId: string | undefined, body: Input) => {
    const key = keys.find(({ id }) => id === body.keyId)
    const plan = made.find(({ id }) => id === planId)
    if (!key) throw notFound('API Key')
    if (!plan) throw notFound('Usage Plan')
    if (key.planIds.includes(plan.id)) throw new ServiceError('ConflictException', 'The key is in the plan.', 409)
    key.planIds.push(plan.id)
    return { ...shown(key), type: 'API_KEY' }
  }

  const remove = (id: string | undefined) => {
    const at = keys.findIndex((key) => key.id === id)
    if (at === -1) throw notFound('API Key')
    keys.splice(at, 1)
    return {}
  }

  return {
    answer({ method, parts: [collection, id, inner], query, body }: Call): object {
      const route = [method, collection, id && '…', inner].filter(Boolean).join(' ')
      if (route === 'POST apikeys') return create(body)
      if (route === 'DELETE apikeys …') return remove(id)
      if (route === 'POST usageplans … keys') return join(id, body)
      if (route === 'GET usageplans') return { item: made }
      if (route === 'GET apikeys')
        return { item: keys.filter(({ name }) => name.startsWith(query.get('name') ?? '')).map(shown) }
      throw new ServiceError('BadRequestException', `No such operation: ${route}`)
    },

    /** The id of the key with this value, if the key is enabled and in a plan. */
    idOf: (value: string | undefined) =>
      keys.find((key) => key.value === value && key.enabled && key.planIds.length > 0)?.id,
  }
}
