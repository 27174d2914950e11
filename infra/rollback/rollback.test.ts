// The versions of the API function, by the protocol of Lambda: kept, removed, and served again.
import { LambdaClient } from '@aws-sdk/client-lambda'
import { createServer } from 'node:http'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listen, stopNow } from '../../local-cloud/listen.ts'
import { openVersions, type Versions } from './versions.ts'

type Alias = { FunctionVersion: string; RoutingConfig?: { AdditionalVersionWeights?: Record<string, number> } }
let alias: Alias
let numbers: number[]
const pageSize = 3

/** The operations of Lambda on versions and aliases (Lambda API reference). */
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://lambda')
  const answer = (status: number, body: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  const [, , , name, kind] = pathname.split('/')
  if (name !== 'the-function') return answer(404, { Message: 'Function not found' })
  if (request.method === 'DELETE') {
    const qualifier = Number(searchParams.get('Qualifier'))
    if (String(qualifier) === alias.FunctionVersion) return answer(409, { Message: 'An alias references the version' })
    numbers = numbers.filter((number) => number !== qualifier)
    return response.writeHead(204).end()
  }
  if (kind === 'versions') {
    const from = Number(searchParams.get('Marker') ?? 0)
    const Versions = ['$LATEST', ...numbers]
      .slice(from, from + pageSize)
      .map((Version) => ({ Version: String(Version) }))
    const more = from + pageSize < numbers.length + 1
    return answer(200, { Versions, ...(more && { NextMarker: String(from + pageSize) }) })
  }
  if (request.method === 'PUT')
    return void json(request).then((body) => {
      alias = body as Alias
      answer(200, alias)
    })
  return answer(200, alias)
})

let client: LambdaClient
let versions: Versions
beforeAll(async () => {
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' }
  client = new LambdaClient({ endpoint: await listen(server), region: 'us-east-1', credentials })
  versions = openVersions(client, 'the-function', 'live')
})
afterAll(async () => {
  client.destroy()
  await stopNow(server)
})
beforeEach(() => {
  alias = { FunctionVersion: '12' }
  numbers = [3, 5, 7, 8, 9, 10, 11, 12]
})

test('the version before the present one serves, and none after another', async () => {
  expect(await versions.serve(undefined)).toEqual({ from: 12, to: 11 })
  expect(await versions.serve(undefined)).toEqual({ from: 11, to: 10 })
  expect(alias).toEqual({ FunctionVersion: '10', RoutingConfig: {} })
  expect(await versions.serve(12)).toEqual({ from: 10, to: 12 })
})

test('a version that is not there, or serves, is refused', async () => {
  await expect(versions.serve(6)).rejects.toThrow('There is no version 6; there are 12, 11, 10, 9, 8, 7, 5, 3.')
  await expect(versions.serve(12)).rejects.toThrow('Version 12 serves already.')
  alias = { FunctionVersion: '3' }
  await expect(versions.serve(undefined)).rejects.toThrow('There is no version before 3.')
})

test('while a new version takes over, CodeDeploy has the say', async () => {
  alias = { FunctionVersion: '11', RoutingConfig: { AdditionalVersionWeights: { 12: 0.1 } } }
  await expect(versions.serve(undefined)).rejects.toThrow('Version 12 is just taking over.')
})

test('five versions stay', async () => {
  expect(await versions.prune()).toEqual([7, 5, 3])
  expect((await versions.list()).map(({ number }) => number)).toEqual([12, 11, 10, 9, 8])
  expect(await versions.prune()).toEqual([])
})

test('a version that serves stays, however old', async () => {
  alias = { FunctionVersion: '3', RoutingConfig: { AdditionalVersionWeights: { 5: 0.1 } } }
  expect(await versions.prune()).toEqual([7])
  expect(numbers).toEqual([3, 5, 8, 9, 10, 11, 12])
})
