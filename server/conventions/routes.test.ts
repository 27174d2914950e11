// Routes of every path: methods with Allow, HEAD and OPTIONS, odd spellings, and ids that cannot be decoded.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { corsAllowHeaders } from '../../generated/headers.ts'
import { methodsByPath, operations, templatePattern } from '../../testing/contract-operations.ts'
import { bodyOf, openFrontDoor, type FrontDoor } from '../../testing/front-door.ts'
import { createGoodRequests, type GoodRequests } from '../../testing/good-requests.ts'
import { fits } from '../../testing/scalar-cases.ts'
import { startTally } from '../../testing/tally.ts'

let door: FrontDoor
let good: GoodRequests
beforeAll(async () => {
  door = await openFrontDoor()
  good = createGoodRequests(door)
})
afterAll(() => door.close())

const tally = startTally('routes')
const paths = [...methodsByPath].map(([path, methods]) => ({ path, methods }))
const exampleOf = (path: string) => path.replace(/\{[^}]+\}/g, '0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10')
const namesIn = (list: string | undefined) => list?.split(/, ?/).sort()

test.each(paths)(
  '$path: a method that it does not have is a 405 that names those it has',
  async ({ path, methods }) => {
    const allowed = [...methods, 'OPTIONS'].sort()
    const known = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'CONNECT', 'PROPFIND', 'QUERY', 'X']
    for (const method of known.filter((method) => !methods.includes(method))) {
      const response = await door.send(method, exampleOf(path))
      expect({ method, status: response.status }).toEqual({ method, status: 405 })
      expect(namesIn(response.headers.Allow)).toEqual(allowed)
      tally.add(method === 'HEAD' ? 'HEAD' : 'method')
    }
  },
)

test.each(paths)('$path: OPTIONS answers a preflight', async ({ path, methods }) => {
  const preflight = { origin: 'https://app.example', 'access-control-request-method': 'PUT' }
  for (const headers of [{}, preflight]) {
    const response = await door.send('OPTIONS', exampleOf(path), { headers })
    expect(response.status).toBe(204)
    expect(response.body).toBeUndefined()
    expect(namesIn(response.headers.Allow)).toEqual([...methods, 'OPTIONS'].sort())
    expect(namesIn(response.headers['Access-Control-Allow-Methods'])).toEqual([...methods, 'OPTIONS'].sort())
    expect(namesIn(response.headers['Access-Control-Allow-Headers'])).toEqual([...corsAllowHeaders].sort())
    expect(response.headers['Access-Control-Allow-Origin']).toBe('*')
    tally.add('OPTIONS')
  }
})

test.each(paths)('$path: spelled otherwise it is another path', async ({ path, methods }) => {
  const example = exampleOf(path)
  const upper = example.replace(/^\/[a-z]+/, (first) => first.toUpperCase())
  const spellings = [
    `${example}/`,
    `/${example}`,
    `${example}//`,
    upper,
    `${example}%2F`,
    `/v1${example}`,
    `${example}/%2e%2e`,
    example.slice(1),
    '',
    '*',
  ]
  const others = [example.replace('/', '/%20'), example.replace(/\/[^/]+/, '/constructor'), '/__proto__', '/toString']
  for (const spelling of [...spellings, ...others]) {
    for (const method of [...methods, 'OPTIONS']) {
      const { status } = await door.send(method, spelling)
      // With one segment more, the path can fit another route, which refuses a caller without a token.
      const meant = paths.some(({ path: other }) => templatePattern(other).test(spelling))
      if (!meant) expect({ method, spelling, status }).toEqual({ method, spelling, status: 404 })
      else expect(status).toBeLessThan(500)
      tally.add('spelling')
    }
  }
})

test('a path that is too long to be shown is cut in the answer', async () => {
  const long = [
    'a'.repeat(9000),
    'é'.repeat(4000),
    '%C3%A9'.repeat(3000),
    `a${'%C3%A9'.repeat(3000)}`,
    '%'.repeat(5000),
  ]
  for (const unknown of [...long, ...long.map((text) => `cases/${text}`)]) {
    const { status, body } = await door.send('GET', `/${unknown}`, {
      headers: { authorization: `Bearer ${door.idToken()}` },
    })
    expect([400, 404]).toContain(status)
    expect(body).toMatch(/"instance":"\/[^"]{8000}/)
    tally.add('long path')
  }
})

const withId = operations.filter(({ path }) => path.includes('{'))

test.each(withId)(
  '$operationId: an id with escapes that cannot be read, or that mean something else',
  async (operation) => {
    const put = (id: string) => operation.path.replace(/\{[^}]+\}/, id)
    for (const broken of ['%', '%zz', '%f', 'a%', '%ff', '%c0%ae', '%ed%a0%80', '%e2%82']) {
      const response = await good.send(operation, { path: put(broken) })
      expect(bodyOf(response), broken).toMatchObject({ status: 400, errors: [{ parameter: 'path' }] })
      tally.add('broken escape (refused)')
    }
    for (const odd of [
      '%00',
      'a%00',
      '%2F',
      'a%2Fb',
      '%2e%2e',
      '..%2F..',
      '%25',
      '%20',
      '%0d%0a',
      '%F0%9F%8E%88',
      '<script>',
      "'%20OR%201=1",
    ]) {
      const { status } = await good.send(operation, { path: put(odd) })
      const [schema = {}] = operation.parameters.flatMap((parameter) =>
        parameter.in === 'path' ? parameter.schema : [],
      )
      const wanted = fits(schema, decodeURIComponent(odd))
        ? operation.statuses.filter((status) => status !== 400)
        : [400]
      expect(wanted, `${odd} ${status}`).toContain(status)
      tally.add('odd id')
    }
  },
)

test('enough was tried', () => {
  expect(tally.counts()).toEqual({
    HEAD: paths.length,
    method: paths.reduce((sum, { methods }) => sum + 10 - methods.length, 0),
    OPTIONS: paths.length * 2,
    spelling: (operations.length + paths.length) * 14,
    'broken escape (refused)': withId.length * 8,
    'odd id': withId.length * 12,
    'long path': 10,
  })
})
