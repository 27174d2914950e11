// The command as people start it: its exit codes, and one line for what it cannot read.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { change } from '../testing/change.ts'
import { template } from '../rules/testing/amazon-q-cases.ts'
import { quickGood } from '../rules/testing/openapi-cases.ts'
import { mcpGood } from '../rules/testing/tools-cases.ts'

const main = join(import.meta.dirname, 'main.ts')
const isWarned = change(quickGood, ['info', 'title'], 'x'.repeat(61))
const isBroken = change(template, ['openapi'], '2.0')

let folder: string
const at = (name: string) => join(folder, name)
const write = (name: string, value: unknown) =>
  writeFile(at(name), typeof value === 'string' ? value : JSON.stringify(value))

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agents-lint-'))
  await mkdir(at('good/node_modules/other'), { recursive: true })
  await mkdir(at('none'))
  await write('good/amazon-q.json', template)
  await write('good/quick.json', isWarned)
  await write('good/tools.yaml', stringify(mcpGood))
  await write('good/package.json', { name: 'other' })
  await write('good/readme.md', '# No document')
  await write('good/node_modules/other/openapi.json', isBroken)
  await write('none/package.json', { name: 'other' })
  await mkdir(at('linked'))
  await symlink(at('good/quick.json'), at('linked/quick.json'))
  await symlink(at('nowhere'), at('linked/broken.json'))
  await write('broken.json', isBroken)
  await write('broken.yaml', stringify(isBroken))
  await write('fault.json', '{\n  "openapi": 3,\n}')
  await write('fault.yaml', 'openapi: [')
  await write('other.json', { name: 'other' })
  await write('text.txt', 'hello')
  await write('empty.json', '')
  await write('escape.json', { openapi: '\u001b[2J\u001b]0;title\u0007' })
  await write('large.json', '{}')
  await truncate(at('large.json'), 10_000_001)
})
afterAll(() => rm(folder, { recursive: true }))

type Result = { code: number; out: string; err: string }

function lint(args: string[], env: Record<string, string> = {}): Promise<Result> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [main, ...args], { env: { ...process.env, ...env } }, (_, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err })
    })
  })
}

describe('exit code 0', () => {
  test('for a folder: each document by the platforms that take it; the others are skipped', async () => {
    const { code, out, err } = await lint([at('good')])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('amazon-q.json (OpenAPI document; a template, whose placeholders pass)')
    expect(out).toContain('tools.yaml (list of MCP tools)')
    expect(out).toContain('package.json: skipped')
    expect(out).not.toContain('node_modules')
    expect(out).toContain('0 errors, 0 warnings in 3 documents')
  })

  test('for a folder of links, as Kubernetes makes them', async () => {
    const { code, out, err } = await lint([at('linked')])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('0 warnings in 1 document')
  })

  test('with warnings', async () => {
    const { code, out } = await lint([at('good/quick.json'), '--platform', 'amazon-q'])
    expect(code).toBe(0)
    expect(out).toContain('  warning amazon-q/short-title at /info/title\n    the title has 61 characters\n    To do: ')
    expect(out).toContain('Source: Amazon Q Business User Guide')
    expect(out).toContain('0 errors, 1 warning in 1 document')
  })

  test('for --help', async () => {
    const { code, out, err } = await lint(['--help'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^Usage: npm run agents:lint -- /)
  })
})

describe('exit code 1', () => {
  test.each(['broken.json', 'broken.yaml'])('for %s, which has an error', async (name) => {
    const { code, out, err } = await lint([at(name), '--platform=amazon-q'])
    expect({ code, err }).toEqual({ code: 1, err: '' })
    expect(out).toContain('error amazon-q/openapi-version at /openapi')
    expect(out).toContain('1 error, 0 warnings in 1 document')
  })

  test('for a template that --filled takes as filled in', async () => {
    const { code, out } = await lint([at('good/amazon-q.json'), '--filled'])
    expect(code).toBe(1)
    expect(out).toContain('error document/no-placeholders')
  })

  test('as JSON', async () => {
    const { code, out } = await lint([at('broken.json'), '--platform', 'amazon-q,quick', '--format', 'json'])
    expect(code).toBe(1)
    const report = JSON.parse(out) as { documents: { findings: Record<string, unknown>[] }[]; errors: number }
    expect(report).toMatchObject({ errors: 3, warnings: 0, skipped: [], unreadable: [] })
    expect(report.documents[0]?.findings[0]).toEqual({
      rule: 'openapi-version',
      platform: 'amazon-q',
      level: 'error',
      pointer: '/openapi',
      what: expect.stringContaining("'2.0'") as string,
      fix: expect.any(String) as string,
      source: { document: expect.any(String) as string, url: expect.stringContaining('https://') as string },
    })
  })

  test('a document cannot write to the terminal', async () => {
    const { code, out } = await lint([at('escape.json')])
    expect(code).toBe(1)
    expect(out).not.toMatch(/[\u001b\u0007]/)
  })
})

describe('exit code 2, and one line that says why', () => {
  test.each<[name: string, args: () => string[], reason: string]>([
    ['a file that is not there', () => [at('missing.json')], 'missing.json is not found'],
    ['a broken JSON', () => [at('fault.json')], 'fault.json is not JSON: line 3, column 1'],
    ['a broken YAML', () => [at('fault.yaml')], 'fault.yaml is not YAML: line 1, column '],
    ['an empty file', () => [at('empty.json')], 'empty.json is not JSON: line 1, column 1'],
    ['another document', () => [at('other.json')], 'other.json is not an OpenAPI document'],
    ['a text', () => [at('text.txt')], 'text.txt is not an OpenAPI document'],
    ['a large file', () => [at('large.json')], 'large.json is larger than 10 MB'],
    ['a folder without documents', () => [at('none')], 'none holds no document for agents'],
    ['a device', () => ['/dev/null'], '/dev/null is not a file'],
    ['a document of another platform', () => [at('broken.json'), '--platform', 'mcp'], 'broken.json is not for mcp'],
    ['a host that is not there', () => ['http://127.0.0.1:9/mcp'], 'http://127.0.0.1:9/mcp is not reached'],
    ['a wrong URL', () => ['http://'], 'http:// is not a URL'],
    [
      'a URL with a password',
      () => ['http://me:secret@127.0.0.1/a.json'],
      'The URL at 127.0.0.1 has a user or a password',
    ],
    ['no argument', () => [], 'Name a file, a folder or a URL'],
    ['an unknown platform', () => ['x', '--platform', 'siri'], "'siri' is no platform; there are amazon-q, "],
    ['an unknown format', () => ['x', '--format', 'xml'], "'xml' is no format"],
    ['an unknown option', () => ['--fix'], "Unknown option '--fix'"],
  ])('for %s', async (_, args, reason) => {
    const { code, out, err } = await lint(args())
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(reason)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  test('for a token that no header takes, which is not shown', async () => {
    const { code, err } = await lint(['http://127.0.0.1/mcp'], { AGENTS_LINT_TOKEN: 'se\ncret' })
    expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 2, lines: 1 })
    expect(err).toContain('AGENTS_LINT_TOKEN is not a token')
    expect(err).not.toContain('cret')
  })

  test('for a folder in the folder that cannot be read; what can be read is judged', async () => {
    // Each half of the path is short enough for the system, and both together are too long, also for root.
    const half = Array.from({ length: process.platform === 'darwin' ? 3 : 11 }, () => 'a'.repeat(200)).join('/')
    const [low, high] = [at(`far/${half}`), at('b')]
    await mkdir(low, { recursive: true })
    await mkdir(join(high, half), { recursive: true })
    await write('far/quick.json', isWarned)
    await rename(high, join(low, 'b'))
    try {
      const { code, out, err } = await lint([at('far')])
      expect(code).toBe(2)
      expect(err).toMatch(/^\S+ is too long for a name\n$/)
      expect(out).toContain('0 warnings in 1 document')
    } finally {
      await rename(join(low, 'b'), high)
    }
  })

  test('what can be read is judged all the same', async () => {
    const { code, out, err } = await lint([at('missing.json'), at('broken.json'), '--platform', 'quick'])
    expect(code).toBe(2)
    expect(err).toContain('missing.json is not found')
    expect(out).toContain('error quick/openapi-version')
  })
})

describe('a URL', () => {
  const tools = [{ name: 'get case', inputSchema: { type: 'object', additionalProperties: false } }]
  const server = createServer(({ url, method, headers }, response) => {
    if (url === '/mcp' && method === 'POST') {
      const isAllowed = headers.authorization === 'Bearer token of the test'
      response
        .writeHead(isAllowed ? 200 : 401)
        .end(JSON.stringify({ jsonrpc: '2.0', id: 1, result: isAllowed ? { tools } : undefined }))
    } else if (url === '/openapi.yaml') {
      response.writeHead(headers.authorization ? 500 : 200).end(stringify(isBroken))
    } else response.writeHead(404).end()
  })
  let origin: string
  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())
  const env = { AGENTS_LINT_TOKEN: 'token of the test' }

  test('that ends in /mcp is asked for its tools, with the token', async () => {
    const { code, out } = await lint([`${origin}/mcp`], env)
    expect(code).toBe(1)
    expect(out).toContain('error mcp/name at /tools/0/name')
    const { code: refused, err } = await lint([`${origin}/mcp`], { AGENTS_LINT_TOKEN: '' })
    expect(refused).toBe(2)
    expect(err).toContain('AGENTS_LINT_TOKEN')
  })

  test('of a document is fetched, and no token is sent', async () => {
    const { code, out } = await lint([`${origin}/openapi.yaml`, '--platform', 'agentcore'], env)
    expect(code).toBe(1)
    expect(out).toContain('error agentcore/openapi-version')
    const { code: missing, err } = await lint([`${origin}/none.json`])
    expect(missing).toBe(2)
    expect(err).toContain('/none.json answers 404')
  })
})

test('a reader that closes the pipe early sees no error', async () => {
  const child = spawn('sh', ['-c', `"${process.execPath}" "${main}" "${at('broken.json')}" --format json | true`])
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  await once(child, 'close')
  expect(err).toBe('')
})
