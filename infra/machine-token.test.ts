// The token with which the journeys meet a deployed stage: by the client credentials flow, with all scopes.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { tokenOf } from './machine-token.ts'
import { model } from './model.ts'

test('the client for programs asks for all scopes, and a refusal is a sentence', async () => {
  const received: { authorization: string | undefined; body: URLSearchParams }[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (part: Buffer) => (text += part.toString()))
    request.on('end', () => {
      received.push({ authorization: request.headers.authorization, body: new URLSearchParams(text) })
      const isKnown = request.headers.authorization === `Basic ${Buffer.from('id:secret').toString('base64')}`
      response.writeHead(isKnown ? 200 : 401).end(JSON.stringify({ access_token: 'the-token' }))
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    expect(await tokenOf(host, { id: 'id', secret: 'secret' })).toBe('the-token')
    expect(Object.fromEntries(received[0]?.body ?? [])).toEqual({
      grant_type: 'client_credentials',
      scope: model.scopes.join(' '),
    })
    await expect(tokenOf(host, { id: 'id', secret: 'wrong' })).rejects.toThrow(
      'The sign-in host answers 401 to the client for programs.',
    )
  } finally {
    server.close()
  }
})

test.each([
  ['', 'answers without a token'],
  ['{}', 'answers without a token'],
  ['{"access_token":""}', 'answers without a token'],
  ['null', 'answers without a token'],
  [undefined, 'gives no answer'],
])('a sign-in host that answers %j', async (body, words) => {
  const server = createServer((_, response) => {
    if (body !== undefined) response.writeHead(200).end(body)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    await expect(tokenOf(host, { id: 'id', secret: 'secret' }, body === undefined ? 200 : undefined)).rejects.toThrow(
      `The sign-in host ${words} to the client for programs.`,
    )
  } finally {
    server.closeAllConnections()
    server.close()
  }
})
