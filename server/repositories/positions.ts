// Positions in the lists: whether a text has the format of a list's sort keys. A fake cursor can hold any text.

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const timed = new RegExp(`^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z)#${uuid}$`)

/** `createdAt#id`, the sort key of cases and events. */
export function isTimedPosition(position: string): boolean {
  const [, createdAt = ''] = timed.exec(position) ?? []
  return !Number.isNaN(Date.parse(createdAt))
}

/** A productId as the contract has it, the sort key of products. */
export const isProductPosition = (position: string) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(position)
