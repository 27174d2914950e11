// The fields of a new resource, from `title:string,priority:enum(low,high),due:date?`.
import { isFreeMember } from '../../identifiers.ts'
import { Refusal } from '../failure.ts'

export const types = ['string', 'text', 'integer', 'number', 'boolean', 'date', 'enum'] as const
export type FieldType = (typeof types)[number]

export type Field = {
  name: string
  type: FieldType
  /** The values of an enum. */
  values: string[]
  isOptional: boolean
}

export const usualFields = 'title:string,description:text?,status:enum(open,done)'

/** Members that every stored item has. */
const given = new Set([
  'createdAt',
  'updatedAt',
  'version',
  'incarnation',
  'lastWrite',
  'requestHash',
  'listKey',
  'filterKey',
  'sortKey',
])
/** A page and a filter have parameters and a member of these names. */
const ofPages = new Set(['limit', 'cursor', 'nextCursor'])

export function fieldsOf(text: string, id: string): Field[] {
  // The commas between the values of an enum separate no fields.
  const fields = text.split(/,(?![^(]*\))/).map((part) => fieldOf(part.trim()))
  const names = fields.map(({ name }) => name)
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) !== index) throw new Refusal(`The field ${name} is given twice.`)
    if (given.has(name) || ofPages.has(name) || name === id || !isFreeMember(name)) {
      throw new Refusal(`A field cannot be named ${name}: every item has that already, or it is reserved.`)
    }
  }
  return fields
}

const example = 'title:string,priority:enum(low,high),due:date?'

function fieldOf(part: string): Field {
  const [, name, type, list, mark] = /^([^:]*):([a-z-]+)(?:\(([^)]*)\))?(\?)?$/.exec(part) ?? []
  if (name === undefined || type === undefined)
    throw new Refusal(`${part || 'An empty text'} is no field: write them like ${example}.`)
  if (!/^[a-z][a-zA-Z0-9]{0,39}$/.test(name))
    throw new Refusal(`${name || 'An empty text'} is no name of a field: it is camelCase, as dueDate.`)
  if (!isType(type)) throw new Refusal(`${name} has the type ${type}, and there are: ${types.join(', ')}.`)
  if ((type === 'enum') !== (list !== undefined)) {
    throw new Refusal(`${name}: an enum has its values in brackets, as enum(low,high), and no other type has any.`)
  }
  const values = (list ?? '').split(',').map((value) => value.trim())
  if (type === 'enum') checkValues(name, values)
  return { name, type, values: type === 'enum' ? values : [], isOptional: mark !== undefined }
}

const isType = (type: string): type is FieldType => types.some((known) => known === type)

function checkValues(name: string, values: string[]) {
  const wrong = values.find((value) => !/^[a-z][a-z0-9_]*$/.test(value))
  if (wrong !== undefined)
    throw new Refusal(`${name} has the value ${wrong || '(none)'}: a value is snake_case, as in_progress.`)
  const constants = values.map((value) => value.replaceAll('_', ''))
  if (new Set(constants).size < values.length) throw new Refusal(`${name} has a value twice.`)
  if (values.length < 2) throw new Refusal(`${name} has one value: an enum has two at least.`)
}

/** The field that lists can be filtered by, and all fields: `status` is added when it is missing. */
export function filteredBy(fields: Field[], listBy: string | undefined): { fields: Field[]; filter: Field } {
  const wanted = listBy ?? fields.find(({ type, isOptional }) => type === 'enum' && !isOptional)?.name ?? 'status'
  const found = fields.find(({ name }) => name === wanted)
  if (found) {
    if (found.type !== 'enum' && found.type !== 'string') {
      throw new Refusal(`Lists cannot be by ${wanted}, which is a ${found.type}: take an enum or a string.`)
    }
    if (found.isOptional)
      throw new Refusal(`Lists cannot be by ${wanted}, which is optional: every item needs a value.`)
    return { fields, filter: found }
  }
  if (wanted !== 'status')
    throw new Refusal(
      `There is no field ${wanted.trim() || 'without a name'} to list by. There are: ${fields.map(({ name }) => name).join(', ')}.`,
    )
  const [status] = fieldsOf('status:enum(open,done)', '')
  if (!status) throw new Error('There is no status.')
  return { fields: [...fields, status], filter: status }
}
