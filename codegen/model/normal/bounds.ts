// Merges the bounds of two parts of an `allOf`: the narrower one counts.
import { Contradiction } from './contradiction.ts'
import type { Written } from './schema.ts'

const pairs = [
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
] as const

const numberIn = (schema: Written, keyword: string): number | undefined => {
  const value = schema[keyword]
  return typeof value === 'number' ? value : undefined
}

export function mergeBounds(merged: Written, one: Written, other: Written) {
  for (const [lower, upper] of pairs) {
    const [least, most] = [narrower(one, other, lower, Math.max), narrower(one, other, upper, Math.min)]
    if (least !== undefined) merged[lower] = least
    if (most !== undefined) merged[upper] = most
    if (least !== undefined && most !== undefined && least > most)
      throw new Contradiction(`${lower} ${least} is more than ${upper} ${most}`)
  }
  limit(merged, one, other, { bound: 'minimum', exclusive: 'exclusiveMinimum', isNarrower: (a, b) => a > b })
  limit(merged, one, other, { bound: 'maximum', exclusive: 'exclusiveMaximum', isNarrower: (a, b) => a < b })
  const [least, most] = [numberIn(merged, 'minimum'), numberIn(merged, 'maximum')]
  if (least === undefined || most === undefined) return
  const isOpen = merged.exclusiveMinimum === true || merged.exclusiveMaximum === true
  if (least > most || (least === most && isOpen))
    throw new Contradiction(`no number is between minimum ${least} and maximum ${most}`)
}

function narrower(one: Written, other: Written, keyword: string, choose: (a: number, b: number) => number) {
  const [before, after] = [numberIn(one, keyword), numberIn(other, keyword)]
  return before === undefined || after === undefined ? (before ?? after) : choose(before, after)
}

type Bound = { bound: string; exclusive: string; isNarrower: (a: number, b: number) => boolean }

/** The narrower bound, with its own exclusiveness. Equal bounds exclude the number if one of them does. */
function limit(merged: Written, one: Written, other: Written, { bound, exclusive, isNarrower }: Bound) {
  const [before, after] = [numberIn(one, bound), numberIn(other, bound)]
  if (before === undefined || after === undefined) return
  const winner = before === after ? undefined : isNarrower(before, after) ? one : other
  merged[bound] = winner === one ? before : after
  const isOpen = winner ? winner[exclusive] === true : one[exclusive] === true || other[exclusive] === true
  if (isOpen) merged[exclusive] = true
  else Reflect.deleteProperty(merged, exclusive)
}
