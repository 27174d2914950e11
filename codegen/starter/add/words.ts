// All words for a new resource, from its plural: `work-orders` → WorkOrder, workOrderId, "work order".
import { capitalize } from '../../identifiers.ts'
import { Refusal } from '../failure.ts'

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

/** Plurals that no rule gives. */
const irregular = new Map(
  Object.entries({
    people: 'person',
    children: 'child',
    men: 'man',
    women: 'woman',
    criteria: 'criterion',
    aliases: 'alias',
    atlases: 'atlas',
    biases: 'bias',
    canvases: 'canvas',
    lenses: 'lens',
    menus: 'menu',
    uses: 'use',
    excuses: 'excuse',
    caches: 'cache',
    niches: 'niche',
    shoes: 'shoe',
    toes: 'toe',
    fuses: 'fuse',
    quizzes: 'quiz',
    shelves: 'shelf',
    calories: 'calorie',
    cookies: 'cookie',
    movies: 'movie',
    analyses: 'analysis',
    crises: 'crisis',
    diagnoses: 'diagnosis',
    hypotheses: 'hypothesis',
    matrices: 'matrix',
    vertices: 'vertex',
    indices: 'index',
  }),
)

/** Words whose last `s` is none of a plural. */
const uncounted = new Set(['series', 'species', 'news', 'logistics', 'analytics', 'sms', 'dns'])

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
    aOne: `${/^(?!eu|one\b)([aeio]|un(?!i)|u[^ns]|hour|hono|heir)/.test(one) ? 'an' : 'a'} ${one}`,
    environmentVariable: `${words.join('_').toUpperCase()}_TABLE`,
  }
}

function singular(plural: string): string | undefined {
  const known = irregular.get(plural)
  if (known !== undefined || uncounted.has(plural)) return known
  if (/[^aeiou]ies$/.test(plural)) return plural.replace(/ies$/, 'y')
  // Boxes, heroes and statuses, but not sizes, houses and causes.
  if (/(ss|sh|ch|x|zz|tz|[^aeiou]o|[^ao]us)es$/.test(plural)) return plural.replace(/es$/, '')
  return /[^su]s$/.test(plural) ? plural.replace(/s$/, '') : undefined
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
