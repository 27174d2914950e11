// Every value has a largest size, so that neither a request nor an answer can grow without end.
import type { Oas3Rule } from '@redocly/openapi-core'
import { keyOf, type Schema } from '../place.ts'

const fixedLength = ['date', 'date-time', 'uuid']

const bounds: Record<string, { needs: string; isMet: (schema: Schema) => boolean }> = {
  string: {
    needs: `maxLength, or the format ${fixedLength.join(', ')}`,
    isMet: ({ maxLength, format = '' }) => maxLength !== undefined || fixedLength.includes(format),
  },
  integer: { needs: 'minimum and maximum', isMet: hasRange },
  number: { needs: 'minimum and maximum', isMet: hasRange },
  array: { needs: 'maxItems', isMet: ({ maxItems }) => maxItems !== undefined },
  object: {
    needs: 'maxProperties, as it is a map',
    isMet: ({ additionalProperties, maxProperties }) =>
      typeof additionalProperties !== 'object' || maxProperties !== undefined,
  },
}

export const boundedSchemas: Oas3Rule = () => ({
  Schema(schema: Schema, ctx) {
    const bound = bounds[String(schema.type)]
    if (!bound || schema.enum || bound.isMet(schema)) return
    ctx.report({ message: `This ${String(schema.type)} needs ${bound.needs}.`, location: keyOf(ctx.location) })
  },
})

function hasRange({ minimum, maximum }: Schema): boolean {
  return minimum !== undefined && maximum !== undefined
}
