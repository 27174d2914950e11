// Paths as the log has them, by the contract's routes and by made-up routes.
import { expect, test } from 'vitest'
import { createLoggedPath, loggedPath } from './logged-path.ts'

test.each([
  ['/customers/alice@example.com', '/customers/{id}'],
  ['/customers/alice%40example.com', '/customers/{id}'],
  ['/customers/', '/customers/{id}'],
  ['/customers/alice@example.com/', '/customers/{id}/'],
  ['/customers/alice@example.com/other', '/customers/{id}/…'],
  ['/customers/alice@example.com/cases/bob', '/customers/{id}/cases/…'],
  ['/Customers/alice@example.com', '/Customers/{id}'],
  ['/%63ustomers/alice@example.com', '/%63ustomers/{id}'],
  ['//customers/alice@example.com', '//customers/{id}'],
  ['/v1/customers/alice@example.com', '/v1/customers/{id}'],
])('%s is logged as %s', (path, logged) => {
  expect(loggedPath(path)).toBe(logged)
})

test.each([
  '/customers',
  '/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10/files',
  '/nowhere/at/all',
  '/',
  '',
  '/%zz',
  '/a%20b',
])('%s is logged as it is', (path) => {
  expect(loggedPath(path)).toBe(path)
})

test('the contract decides which parameters are personal, not their names', () => {
  const logged = createLoggedPath([
    { path: '/people/{id}/letters/{letterId}', personal: ['id'] },
    { path: '/customers/{id}', personal: [] },
  ])
  expect(logged('/people/ann/letters/7')).toBe('/people/{id}/letters/…')
  expect(logged('/customers/c-1')).toBe('/customers/c-1')
  expect(() => createLoggedPath([{ path: '/{tenant}/{id}', personal: ['id'] }])).toThrow('follows no fixed segment')
})

test('anyone can send a long path, and its line stays short: an id in it is hidden all the same', () => {
  expect(loggedPath(`/${'a'.repeat(8000)}`)).toBe(`/${'a'.repeat(254)}…`)
  expect(loggedPath(`/customers/${'a'.repeat(8000)}`)).toBe('/customers/{id}')
  expect(loggedPath(`/${'a'.repeat(253)}\u{1F600}b`)).toBe(`/${'a'.repeat(253)}\uFFFD…`)
  expect(loggedPath(`/${'a'.repeat(255)}`)).toBe(`/${'a'.repeat(255)}`)
})
