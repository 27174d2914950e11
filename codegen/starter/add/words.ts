// All words for a new resource, from its plural: `work-orders` → WorkOrder, workOrderId, "work order".
import { capitalize } from '../../identifiers.ts'
import { Refusal } from '../failure.ts'
import { singular } from './singular.ts'

export type Words = {
  /** The tag, the path and the files: `work-orders`. */
  name: string
  /** Of the dependency, the table and the SDK: `workOrders`. */
  property: string
  /** One of them, as a variable: `workOrder`. */
  variable: string
  /** The schema of one: `WorkOrder`. */
  schema: string
  /** In names of operations that mean all: `WorkOrders`. */
  schemas: string
  id: string
  /** In sentences: `work order`, `work orders`, `a work order`. */
  one: string
  many: string
  aOne: string
  environmentVariable: string
}

/** Words that begin with the sound of a vowel. A unit, a user, a utility and a URL do not. */
const withVowel =
  /^(?!eu|ewe|one\b|once|u(?:ni(?!n|dent|mp)|nanim|s(?!h)|t(?!t)|bi|ra|ri|rl|uid|id|i\b|fo|k|rea))(?:[aeiou]|hour|hono|hones|heir)/

export function wordsOf(name: string): Words {
  const words = name.split('-')
  const last = words.at(-1) ?? ''
  const single = singular(last)
  if (single === undefined || single === last) {
    throw new Refusal(
      `${name} is no plural that can be told from its singular: take a name like tickets, work-orders or news-items.`,
    )
  }
  const ofOne = [...words.slice(0, -1), single]
  const [one, many] = [ofOne.join(' '), words.join(' ')]
  const [schema, schemas] = [ofOne.map(capitalize).join(''), words.map(capitalize).join('')]
  const variable = lowered(schema)
  return {
    name,
    property: lowered(schemas),
    variable,
    schema,
    schemas,
    id: `${variable}Id`,
    one,
    many,
    aOne: `${withVowel.test(one) ? 'an' : 'a'} ${one}`,
    environmentVariable: `${words.join('_').toUpperCase()}_TABLE`,
  }
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
