// Where everything is, as the start page tells it.
import { expect, test } from 'vitest'
import { name } from '../../generated/names.ts'
import { addresses } from './addresses.ts'

const page = {
  url: 'http://localhost:3000',
  services: { cognito: 'http://localhost:4020' },
  accessToken: 'an.access.token',
  paths: ['/status'],
}
const textOf = (markup: string) =>
  markup.replace(/<[^>]*>/g, ' ').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))

test('the mock, the docs and the sign-in are named', () => {
  const text = textOf(addresses(page))
  expect(text).toContain('http://localhost:3000/docs')
  expect(text).toContain('http://localhost:4020/oauth2/authorize')
  expect(text).toMatch(/Mock .*at http:\/\/localhost:4010 .*npm run mock/)
  expect(text).not.toContain('MCP')
})

test('MCP is named when the contract has it, with settings to paste', () => {
  const markup = addresses({ ...page, paths: ['/status', '/mcp'] })
  const [, settings = ''] = /<pre id="mcp">(.*?)<\/pre>/.exec(markup) ?? []
  const headers = { Authorization: 'Bearer an.access.token' }
  expect(JSON.parse(settings.replace(/<[^>]*>/g, '').replaceAll('&#34;', '"'))).toEqual({
    mcpServers: { [name]: { type: 'http', url: 'http://localhost:3000/mcp', headers } },
  })
  expect(textOf(markup)).toMatch(/ MCP .* http:\/\/localhost:3000\/mcp /)
})

test.each([
  ['4011', 'at http://localhost:4011'],
  ['0', 'on a free port'],
])('MOCK_PORT=%s moves the mock %s', (port, place) => {
  const { MOCK_PORT: before } = process.env
  try {
    process.env.MOCK_PORT = port
    expect(textOf(addresses(page))).toContain(place)
  } finally {
    if (before === undefined) delete process.env.MOCK_PORT
    else process.env.MOCK_PORT = before
  }
})
