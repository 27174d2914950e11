// Identifiers from names that people write: safe, distinct, and independent of what stands after them.
import { describe, expect, test } from 'vitest'
import {
  distinctNames,
  fileFrom,
  isFreeMember,
  isFreeType,
  isFreeVariable,
  operationIdFrom,
  typeFrom,
  variableFrom,
} from './identifiers.ts'

describe('a name as a variable and as a type', () => {
  test.each([
    ['pet', 'pet', 'Pet'],
    ['petId', 'petId', 'PetId'],
    ['pet_id', 'pet_id', 'Pet_id'],
    ['pet-id', 'petId', 'PetId'],
    ['Pet', 'pet', 'Pet'],
    ['URL', 'URL', 'URL'],
    ['Probe Things', 'probeThings', 'ProbeThings'],
    ['probes.v1.Probe', 'probesV1Probe', 'ProbesV1Probe'],
    ['2fa', '_2fa', '_2fa'],
    ['größe', 'größe', 'Größe'],
    ['商品', '商品', '商品'],
    ['$filter', '$filter', '$filter'],
    ['filter[name]', 'filterName', 'FilterName'],
    ['', 'other', 'Other'],
    ['***', 'other', 'Other'],
    ['🎉', 'other', 'Other'],
    ['a\u2028b', 'aB', 'AB'],
  ])('%j', (text, variable, type) => {
    expect([variableFrom(text), typeFrom(text)]).toEqual([variable, type])
    // The compiler agrees that these are identifiers.
    expect(() => new Function(`let ${variable} = 1; let ${type}_ = 2`)).not.toThrow()
  })

  test.each([
    ['sample-data', 'sample-data'],
    ['Probe Things', 'probe-things'],
    ['../../etc/passwd', 'etc-passwd'],
    ['Größe', 'gro-e'],
    ['商品', 'other'],
    ['', 'other'],
    ['a/b', 'a-b'],
    ['con.v1', 'con-v1'],
  ])('the file of %j is %s', (tag, file) => {
    expect(fileFrom(tag)).toBe(file)
  })
})

test('reserved words, globals and members of every object are not free', () => {
  expect(
    ['class', 'export', 'default', 'await', 'eval', 'arguments', '__proto__', 'constructor'].filter(isFreeVariable),
  ).toEqual([])
  expect(['Promise', 'Record', 'Date', 'Error', 'any', 'string', 'Map', 'Object'].filter(isFreeType)).toEqual([])
  expect(['then', 'constructor', 'toString', 'hasOwnProperty', '__proto__'].filter(isFreeMember)).toEqual([])
  expect(['delete', 'class', 'list'].every(isFreeMember)).toBe(true)
  expect(['Event', 'Case', 'Pet'].every(isFreeType)).toBe(true)
})

describe('distinct names', () => {
  const naming = { of: variableFrom, isFree: isFreeVariable, suffix: 'Name' }
  const namesOf = (...keys: string[]) => Object.fromEntries(distinctNames(keys, naming))

  test('a name that must change never takes the name of another, whatever the order', () => {
    const expected = { petId: 'petId', 'pet-id': 'petIdName', 'pet.id': 'petId2' }
    expect(namesOf('petId', 'pet-id', 'pet.id')).toEqual(expected)
    expect(namesOf('pet-id', 'petId', 'pet.id')).toEqual(expected)
  })

  test('a name that is not free gets the suffix, and then a number', () => {
    expect(namesOf('class')).toEqual({ class: 'className' })
    expect(namesOf('class', 'className')).toEqual({ class: 'className2', className: 'className' })
  })

  test('more names do not change those before them', () => {
    const before = namesOf('a-b', 'a.b')
    expect(namesOf('a-b', 'a.b', 'c', 'a b')).toMatchObject(before)
  })

  test('files differ in more than the case of letters', () => {
    const files = distinctNames(['Users', 'users', 'client'], {
      of: fileFrom,
      isFree: (name) => name !== 'client',
      suffix: '-api',
      ignoresCase: true,
    })
    expect(Object.fromEntries(files)).toEqual({ users: 'users', Users: 'users-api', client: 'client-api' })
  })
})

test.each([
  ['get', '/pets', 'getPets'],
  ['get', '/pets/{petId}/photos', 'getPetsByPetIdPhotos'],
  ['get', '/', 'getRoot'],
  ['post', '/2.0/users/{user-name}.json', 'post20UsersByUserNameJson'],
] as const)('the operationId of %s %s is %s', (method, path, operationId) => {
  expect(operationIdFrom(method, path)).toBe(operationId)
})
