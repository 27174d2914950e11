// A method's arguments in their order: ids, body, query, headers, cookies, options. What a call must have comes first.
import { namesIn } from '../contract-names.ts'
import type { Model, Parameter } from '../model.ts'
import { quote } from '../typescript/syntax.ts'
import type { Method } from './facade.ts'

export type Argument = {
  name: string
  type: string
  required: boolean
  description: string
  place: 'path' | 'body' | 'query' | 'headers' | 'cookies' | 'options'
}

export function argumentsOf(model: Model, method: Method): Argument[] {
  const { path, body, query, headerParameters, cookies, operation } = method
  const names = namesIn(model)
  const groups: [place: 'query' | 'headers' | 'cookies', Parameter[]][] = [
    ['query', query],
    ['headers', headerParameters],
    ['cookies', cookies],
  ]
  const given: Argument[] = [
    ...(body
      ? [
          {
            name: 'body',
            type: body.type,
            description: body.description,
            required: body.required,
            place: 'body' as const,
          },
        ]
      : []),
    ...groups.flatMap(([place, parameters]): Argument[] =>
      parameters.length > 0 ? [groupOf(place, names[place](operation.operationId), parameters)] : [],
    ),
  ]
  const ids = path.map(({ variable, type, ...parameter }): Argument => {
    return { name: variable, type, required: true, description: textOf(parameter), place: 'path' }
  })
  const isRequired = ({ required }: Argument) => required
  return [...ids, ...given.filter(isRequired), ...given.filter((argument) => !isRequired(argument)), optionsOf(method)]
}

function groupOf(place: 'query' | 'headers' | 'cookies', type: string, parameters: Parameter[]): Argument {
  return {
    name: place,
    type,
    required: parameters.some(({ required }) => required),
    description: parameters.map((parameter) => `\`${parameter.name}\`: ${textOf(parameter)}`).join(' '),
    place,
  }
}

/** The text about a parameter. Its default is what the service takes when it is left out. */
function textOf({ deprecated, description, schema, required }: Parameter): string {
  const preset: unknown = schema?.default
  const otherwise = preset === undefined || required ? '' : `Default ${JSON.stringify(preset)}.`
  const isSaid = description.toLowerCase().includes('default')
  return [deprecated ? 'Deprecated.' : '', description, isSaid ? '' : otherwise].filter(Boolean).join(' ')
}

/** The types of options, by the conditions and keys that an operation takes. */
const optionTypes = { idempotencyKey: 'IdempotentOptions', ifMatch: 'ConditionalOptions', ifNoneMatch: 'CallOptions' }

function optionsOf({ headers, requiredOptions, events }: Method): Argument {
  if (events) {
    const description = 'Times in milliseconds to the first event and between events, `signal`.'
    return { name: 'options', type: 'StreamOptions', required: false, description, place: 'options' }
  }
  const types = [...new Set(headers.map((option) => optionTypes[option]))].filter((type) => type !== 'CallOptions')
  const plain = types.length > 0 ? types.join(' & ') : 'CallOptions'
  const needed = requiredOptions.map((option) => `${option}: string`)
  return {
    name: 'options',
    type: needed.length > 0 ? `${plain} & { ${needed.join('; ')} }` : plain,
    required: needed.length > 0,
    description:
      ['Times in milliseconds, retries, `signal`', ...headers.map((option) => `\`${option}\``)].join(', ') + '.',
    place: 'options',
  }
}

/** The type of the headers that an answer has as members. */
export const toldType = ({ told }: Method): string => told.map(quote).join(' | ')

export const declared = (parameters: Argument[]): string[] =>
  parameters.map(({ name, type, required }) => `${name}${required ? '' : '?'}: ${type}`)

/** The words of types that can be imported. */
export const wordsIn = (types: string[]): Set<string> =>
  new Set(
    types.flatMap(
      (type) =>
        type.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, '').match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? [],
    ),
  )
