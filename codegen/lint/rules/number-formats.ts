// Numbers have the format that other languages need: without it Go makes a float32 and, of a large integer, an int32.
import type { Oas3Rule } from '@redocly/openapi-core'
import { keyOf, type Schema } from '../place.ts'

const int32 = { least: -(2 ** 31), most: 2 ** 31 - 1 }

export const numberFormats: Oas3Rule = () => ({
  Schema(schema: Schema, ctx) {
    const wanted = formatFor(schema)
    if (wanted === undefined || schema.format === wanted) return
    ctx.report({
      message: `This ${String(schema.type)} needs format: ${wanted}; a smaller type of another language loses values.`,
      location: keyOf(ctx.location),
    })
  },
})

function formatFor({ type, format, minimum, maximum, enum: values = [] }: Schema): string | undefined {
  if (type === 'number') return 'double'
  if (type !== 'integer') return undefined
  const bounds = [minimum, maximum, ...values].filter((bound) => typeof bound === 'number')
  const fits = bounds.every((bound) => bound >= int32.least && bound <= int32.most)
  if (!fits) return 'int64'
  return format === undefined || format === 'int32' || format === 'int64' ? undefined : 'int32'
}
