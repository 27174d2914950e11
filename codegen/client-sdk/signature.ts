// A method's arguments in their order: ids, body, query, options.
import type { Method } from './facade.ts'
import { queryType } from './models.ts'

export type Argument = {
  name: string
  type: string
  required: boolean
  description: string
  place: 'path' | 'body' | 'query' | 'options'
}

export function argumentsOf({ path, body, query, headers, operation }: Method): Argument[] {
  return [
    ...path.map(({ name, description }): Argument => {
      return { name, type: 'string', required: true, description, place: 'path' }
    }),
    ...(body ? [{ name: 'body', ...body, place: 'body' as const }] : []),
    ...(query.length > 0
      ? [
          {
            name: 'query',
            type: queryType(operation.operationId),
            required: query.some(({ required }) => required),
            description: query.map(({ name, description }) => `\`${name}\`: ${description}`).join(' '),
            place: 'query' as const,
          },
        ]
      : []),
    {
      name: 'options',
      type: optionsType(headers),
      required: false,
      description: optionsText(headers),
      place: 'options',
    },
  ]
}

const optionsType = (headers: Method['headers']) =>
  headers.includes('idempotencyKey')
    ? 'IdempotentOptions'
    : headers.includes('ifMatch')
      ? 'ConditionalOptions'
      : 'CallOptions'

const optionsText = (headers: Method['headers']) =>
  headers.includes('idempotencyKey')
    ? 'Times in milliseconds, retries, `signal`, `idempotencyKey`.'
    : headers.includes('ifMatch')
      ? 'Times in milliseconds, retries, `signal`, `ifMatch`.'
      : headers.includes('ifNoneMatch')
        ? 'Times in milliseconds, retries, `signal`, `ifNoneMatch`.'
        : 'Times in milliseconds, retries, `signal`.'

export const declared = (parameters: Argument[]): string[] =>
  parameters.map(({ name, type, required }) => `${name}${required ? '' : '?'}: ${type}`)
