// The words and the fields of a new resource, and what is refused.
import { expect, test } from 'vitest'
import { fieldsOf, filteredBy, usualFields } from './add/fields.ts'
import { checkOperationId, requestOf } from './add/operation.ts'
import { wordsOf } from './add/words.ts'

test.each([
  ['tickets', 'Ticket', 'ticketId', 'a ticket', 'TICKETS_TABLE'],
  ['work-orders', 'WorkOrder', 'workOrderId', 'a work order', 'WORK_ORDERS_TABLE'],
  ['categories', 'Category', 'categoryId', 'a category', 'CATEGORIES_TABLE'],
  ['boxes', 'Box', 'boxId', 'a box', 'BOXES_TABLE'],
  ['invoices', 'Invoice', 'invoiceId', 'an invoice', 'INVOICES_TABLE'],
  ['houses', 'House', 'houseId', 'a house', 'HOUSES_TABLE'],
  ['addresses', 'Address', 'addressId', 'an address', 'ADDRESSES_TABLE'],
  ['users', 'User', 'userId', 'a user', 'USERS_TABLE'],
  ['people', 'Person', 'personId', 'a person', 'PEOPLE_TABLE'],
  ['caches', 'Cache', 'cacheId', 'a cache', 'CACHES_TABLE'],
  ['sizes', 'Size', 'sizeId', 'a size', 'SIZES_TABLE'],
  ['heroes', 'Hero', 'heroId', 'a hero', 'HEROES_TABLE'],
  ['bonuses', 'Bonus', 'bonusId', 'a bonus', 'BONUSES_TABLE'],
  ['causes', 'Cause', 'causeId', 'a cause', 'CAUSES_TABLE'],
  ['menus', 'Menu', 'menuId', 'a menu', 'MENUS_TABLE'],
  ['hours', 'Hour', 'hourId', 'an hour', 'HOURS_TABLE'],
  ['one-time-codes', 'OneTimeCode', 'oneTimeCodeId', 'a one time code', 'ONE_TIME_CODES_TABLE'],
])('%s', (name, schema, id, aOne, environmentVariable) => {
  expect(wordsOf(name)).toMatchObject({ name, schema, id, aOne, environmentVariable })
})

test('singulars of endings that have several', () => {
  const words = `canoe shoe toe horseshoe hero potato volcano muse abuse use excuse bus bonus virus status menu sku
    headache cache toothache beach coach batch church branch avalanche niche wolf shelf bookshelf half calf self
    valve curve archive olive knife wife life thief loaf scarf glove gas case base phase lease alias analysis crisis
    thesis box tax quiz bias movie tie pie cookie city company day survey matrix index address class process dish
    wish size house cause course invoice voice job car taxi person child man video photo memo`
  for (const word of words.split(/\s+/)) {
    const plural = plurals[word] ?? (/(?:s|x|ch|sh|[^aeiou]o)$/.test(word) ? `${word}es` : `${word}s`)
    expect(wordsOf(plural).one, plural).toBe(word)
  }
})

/** Those that neither -s nor -es gives. */
const plurals: Record<string, string> = {
  ...{ wolf: 'wolves', shelf: 'shelves', bookshelf: 'bookshelves', half: 'halves', calf: 'calves', self: 'selves' },
  ...{ knife: 'knives', wife: 'wives', life: 'lives', thief: 'thieves', loaf: 'loaves', scarf: 'scarves' },
  ...{
    analysis: 'analyses',
    crisis: 'crises',
    thesis: 'theses',
    quiz: 'quizzes',
    matrix: 'matrices',
    index: 'indices',
  },
  ...{ city: 'cities', company: 'companies', person: 'people', child: 'children', man: 'men' },
  ...{ photo: 'photos', memo: 'memos' },
}

test.each([
  ['an', 'urns uploads updates uninstalls umbrellas ushers hours honors heirs orders items'],
  ['a', 'utilities ubiquities units users universes unicorns usages uris urls euros ones tickets houses hosts'],
])('%s %s', (article, names) => {
  for (const name of names.split(' ')) expect(wordsOf(name).aOne, name).toMatch(new RegExp(`^${article} `))
})

test.each(['leaves', 'axes', 'canvas', 'alias', 'analysis', 'gas', 'axis'])(
  '%s has two singulars, or is one',
  (name) => {
    expect(() => wordsOf(name)).toThrow('is no plural that can be told from its singular')
  },
)

test.each(['ticket', 'news', 'series', 'class', 'sheep', 'constructor'])('%s is no plural', (name) => {
  expect(() => wordsOf(name)).toThrow('is no plural')
})

test('fields have types, values and a mark', () => {
  expect(fieldsOf('title:string, priority:enum(low, high),due:date?', 'ticketId')).toEqual([
    { name: 'title', type: 'string', values: [], isOptional: false },
    { name: 'priority', type: 'enum', values: ['low', 'high'], isOptional: false },
    { name: 'due', type: 'date', values: [], isOptional: true },
  ])
})

test.each([
  ['', 'is no field'],
  ['title', 'is no field'],
  [':string', 'is no name'],
  ['Title:string', 'is no name'],
  ['due-date:date', 'is no name'],
  ['title:varchar', 'has the type varchar'],
  ['title:string,title:text', 'given twice'],
  ['status:enum', 'values in brackets'],
  ['title:string(a,b)', 'values in brackets'],
  ['status:enum(open)', 'one value'],
  ['status:enum(open,open)', 'a value twice'],
  ['status:enum(Open,done)', 'snake_case'],
  ['status:enum(,done)', 'snake_case'],
  ['ticketId:string', 'cannot be named'],
  ['createdAt:date', 'cannot be named'],
  ['limit:integer', 'cannot be named'],
  ['nextCursor:string', 'cannot be named'],
  ['constructor:string', 'cannot be named'],
])('%s is refused', (text, said) => {
  expect(() => fieldsOf(text, 'ticketId')).toThrow(said)
})

test('lists are by the field that is named, by the first enum, or by a status that is added', () => {
  const by = (text: string, listBy?: string) => filteredBy(fieldsOf(text, 'ticketId'), listBy).filter.name
  expect(by(usualFields)).toBe('status')
  expect(by('title:string,priority:enum(low,high)')).toBe('priority')
  expect(by('title:string,priority:enum(low,high)', 'title')).toBe('title')
  expect(by('title:string')).toBe('status')
  expect(filteredBy(fieldsOf('title:string,priority:enum(low,high)', 'ticketId'), 'status').fields).toHaveLength(3)
  expect(() => by('title:string', 'owner')).toThrow('There is no field owner')
  expect(() => by('title:string,count:integer', 'count')).toThrow('take an enum or a string')
  expect(() => by('title:string,tag:string?', 'tag')).toThrow('is optional')
})

test('a request is a method and a path', () => {
  expect(requestOf('POST /tickets/{ticketId}/archive')).toEqual({ method: 'post', path: '/tickets/{ticketId}/archive' })
  for (const wrong of [
    '/tickets',
    'POST',
    'FETCH /tickets',
    'OPTIONS /tickets',
    'POST tickets',
    'POST /Tickets',
    'POST /a//b',
    'POST /a/',
  ]) {
    expect(() => requestOf(wrong), wrong).toThrow(/no (request|path)/)
  }
})

test('an operationId is a verb and what it is about, and new', () => {
  expect(() => {
    checkOperationId('archiveTicket', ['getTicket'])
  }).not.toThrow()
  for (const wrong of ['archive', 'ArchiveTicket', 'archive-ticket', 'archive_ticket', '', '1st']) {
    expect(() => {
      checkOperationId(wrong, [])
    }, wrong).toThrow('is no operationId')
  }
  expect(() => {
    checkOperationId('getTicket', ['getTicket'])
  }).toThrow('already')
})
