// The quota of a person: so many requests in a window of time, counted in DynamoDB, for what costs by the request.
import { Problem } from '../http/problem.ts'
import type { Table } from '../repositories/table.ts'

export type QuotaOptions = {
  table: Table<'update'>
  /** Without it nobody has a limit, and nothing is counted. */
  limit: { requests: number; hours: number } | undefined
  now?: () => number
}

export type Quota = ReturnType<typeof createQuota>

/** What the answer shows: the quota, what is left of it, and the seconds until the next window. */
export type QuotaHeaders = Partial<Record<'RateLimit-Limit' | 'RateLimit-Remaining' | 'RateLimit-Reset', number>>

const secondsOfHour = 3600
/** DynamoDB removes a counter some time after its window, when nobody reads it any more. */
const keptAfterwards = 24 * secondsOfHour

/**
 * Takes one request off the quota of a person. The windows are the same for all, from one multiple of the hours to the next. The
 * counter is raised on the condition that it is below the limit, so that concurrent requests cannot pass it.
 */
export function createQuota({ table, limit, now = Date.now }: QuotaOptions) {
  return async (person: string): Promise<QuotaHeaders> => {
    if (!limit) return {}
    const { requests, hours } = limit
    const length = hours * secondsOfHour
    const seconds = Math.floor(now() / 1000)
    const start = seconds - (seconds % length)
    const end = start + length
    const counted = await table.update(
      `${person}#${hours}h#${start}`,
      { set: { expiresAt: end + keptAfterwards }, add: { used: 1 } },
      {
        expression: '(attribute_not_exists(#used) OR #used < :limit)',
        names: { '#used': 'used' },
        values: { ':limit': requests },
      },
    )
    const shown = (left: number) => ({
      'RateLimit-Limit': requests,
      'RateLimit-Remaining': left,
      'RateLimit-Reset': end - seconds,
    })
    if (typeof counted === 'object') return shown(Math.max(0, requests - Number(counted.used)))
    throw new Problem('too-many-requests', `The quota of ${requests} requests in ${hours} hours is used up.`, {
      headers: texts({ ...shown(0), 'Retry-After': end - seconds }),
    })
  }
}

const texts = (headers: Record<string, number>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

/** The limit that the variables set: both, or none. */
export function quotaLimit(requests: number, hours: number): QuotaOptions['limit'] {
  if (requests === 0) return undefined
  if (![requests, hours].every((value) => Number.isInteger(value) && value >= 1))
    throw new Error('ASSISTANT_QUOTA_REQUESTS and ASSISTANT_QUOTA_HOURS must be whole numbers of at least 1.')
  return { requests, hours }
}
