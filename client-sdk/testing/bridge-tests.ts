// The installed bridge in a project without any other package: the official client starts it, as an assistant does.
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { name } from '../../generated/names.ts'
import { machineClientId, machineClientSecret } from '../../local-cloud/emulators/cognito/index.ts'
import type { Project } from './installed.ts'

type Given = {
  project: Project
  surroundings: { url: string; flaky: string }
  tokens: { write: string; read: string; tokenUrl: string }
}
type Env = Record<string, string>
type Answer = { action: 'accept' | 'decline' | 'cancel'; content?: Record<string, boolean> }

const structured = (result: object) =>
  (result as { structuredContent?: Record<string, unknown> }).structuredContent ?? {}

const event = {
  title: 'Open day',
  description: 'All.',
  date: '2027-05-08',
  location: 'Hall',
  capacity: 10,
  organizer: 'A',
}

/** Ways to start the bridge. */
function createStarts(given: () => Given) {
  const bin = () => join(given().project.folder, 'node_modules/.bin', `${name}-mcp`)
  const own = (env: Env) => ({ PATH: process.env.PATH ?? '', ...env })

  const connect = async (mode: 'legacy' | 'auto', env: Env, answer?: () => Promise<Answer> | Answer) => {
    const client = new Client(
      { name: 'official', version: '1' },
      {
        ...(mode === 'auto' && { versionNegotiation: { mode } }),
        capabilities: answer ? { elicitation: { form: {} } } : {},
      },
    )
    if (answer) client.setRequestHandler('elicitation/create', () => answer())
    const { folder } = given().project
    await client.connect(new StdioClientTransport({ command: bin(), env: own(env), cwd: folder, stderr: 'pipe' }))
    return client
  }
  const withToken = (scope: 'read' | 'write' = 'write', url = given().surroundings.url): Env => ({
    FRONTDESK_URL: url,
    FRONTDESK_TOKEN: given().tokens[scope],
  })
  const asProgram = (): Env => ({
    FRONTDESK_URL: given().surroundings.url,
    FRONTDESK_CLIENT_ID: machineClientId,
    FRONTDESK_CLIENT_SECRET: machineClientSecret,
    FRONTDESK_TOKEN_URL: given().tokens.tokenUrl,
  })

  /** Runs the bridge with these lines. */
  const run = async (env: Env, lines: string[] = [], args: string[] = []) => {
    const child = spawn(bin(), args, { cwd: given().project.folder, env: own(env) })
    child.stdin.on('error', () => undefined)
    child.stdin.end(lines.map((line) => `${line}\n`).join(''))
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
    return { code: child.exitCode, out, err }
  }

  return { connect, run, withToken, asProgram }
}

type Starts = ReturnType<typeof createStarts>

export function bridgeTests(given: () => Given) {
  const starts = createStarts(given)
  describe('the bridge', () => {
    toolTests(starts)
    credentialTests(starts, given)
    processTests(starts)
  })
}

function toolTests({ connect, withToken }: Starts) {
  test.each(['legacy', 'auto'] as const)('serves the official client, %s', async (mode) => {
    const client = await connect(mode, withToken())
    expect(client.getProtocolEra()).toBe(mode === 'auto' ? 'modern' : 'legacy')
    const { tools } = await client.listTools()
    expect(tools.map((tool) => tool.name)).toEqual(expect.arrayContaining(['listCases', 'createCase', 'deleteEvent']))
    const { caseId } = structured(
      await client.callTool({ name: 'createCase', arguments: { description: 'Größe \u2028' } }),
    )
    const read = await client.callTool({ name: 'getCase', arguments: { caseId } })
    expect(structured(read)).toMatchObject({ description: 'Größe \u2028' })
    const [, etag] = /ETag: ("[^"]+")/.exec(JSON.stringify(read.content).replaceAll('\\"', '"')) ?? []
    const change = { caseId, ifMatch: etag, status: 'closed' }
    expect((await client.callTool({ name: 'updateCase', arguments: change })).isError).not.toBe(true)
    expect((await client.callTool({ name: 'updateCase', arguments: change })).isError).toBe(true)
    const page = structured(await client.callTool({ name: 'listProducts', arguments: { limit: 1 } }))
    const next = await client.callTool({ name: 'listProducts', arguments: { limit: 1, cursor: page.nextCursor } })
    expect([page.products, structured(next).products]).toMatchObject([[{}], [{}]])
    expect(structured(next).products).not.toEqual(page.products)
    const bad = await client.callTool({ name: 'listEvents', arguments: { limit: 'many' } })
    expect(JSON.stringify(bad.content)).toContain('limit: must be an integer')
    const { resources } = await client.listResources()
    expect((await client.readResource({ uri: resources[0]?.uri ?? '' })).contents).toHaveLength(1)
    await expect(client.callTool({ name: 'chat', arguments: {} })).rejects.toThrow('There is no tool chat')
    await client.close()
  })

  test('deletes after a yes, and not after a no', async () => {
    let answer: Answer = { action: 'decline' }
    const client = await connect('auto', withToken(), () => answer)
    const { eventId } = structured(await client.callTool({ name: 'createEvent', arguments: event }))
    const remove = () => client.callTool({ name: 'deleteEvent', arguments: { eventId } })
    expect((await remove()).isError).toBe(true)
    answer = { action: 'accept', content: { confirm: true } }
    expect((await remove()).isError).not.toBe(true)
    expect((await client.callTool({ name: 'getEvent', arguments: { eventId } })).isError).toBe(true)
    await client.close()
  })

  test('shows no write to a token that reads, and the service refuses one', async () => {
    const client = await connect('auto', withToken('read'))
    const { tools } = await client.listTools()
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true)
    await expect(client.callTool({ name: 'createCase', arguments: { description: 'x' } })).rejects.toThrow(
      'frontdesk/write',
    )
    await client.close()
  })
}

function credentialTests({ connect, asProgram, withToken }: Starts, given: () => Given) {
  test('gets its own tokens as a program, and goes on when answers are lost', async () => {
    const program = await connect('auto', asProgram())
    expect(structured(await program.callTool({ name: 'getStatus', arguments: {} })).user).toBe(machineClientId)
    await program.close()
    // The proxy loses the first two answers of an address. The key makes one case of three attempts.
    const lossy = withToken('write', `${given().surroundings.flaky}/loses-answers/bridge`)
    const client = await connect('legacy', lossy)
    const description = `Lost ${Date.now()}`
    await client.callTool({ name: 'createCase', arguments: { description } })
    const { cases } = structured(await client.callTool({ name: 'listCases', arguments: { limit: 10 } }))
    expect((cases as { description: string }[]).filter((found) => found.description === description)).toHaveLength(1)
    await client.close()
  }, 30_000)
}

function processTests({ run, withToken }: Starts) {
  test.each<[string, Env, string[], string]>([
    ['no settings', {}, [], 'FRONTDESK_URL is missing'],
    ['no token', { FRONTDESK_URL: 'https://api.example.com' }, [], 'FRONTDESK_TOKEN is missing'],
    ['a wrong address', { FRONTDESK_URL: 'api', FRONTDESK_TOKEN: 't' }, [], 'FRONTDESK_URL must be'],
    ['an option', { FRONTDESK_URL: 'https://api.example.com', FRONTDESK_TOKEN: 't' }, ['--url=x'], '--url'],
  ])('%s: one line on stderr, and exit code 2', async (_, env, args, message) => {
    const { code, out, err } = await run(env, [], args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(new RegExp(`^${name}-mcp: [^\\n]*${message}[^\\n]*\\n$`))
  })

  test('the service is away: an error for each request, and it lives on until stdin ends', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    await new Promise((resolve) => other.close(resolve))
    const list = (id: number) => `{"jsonrpc":"2.0","id":${id},"method":"tools/call","params":{"name":"nobody"}}`
    const { code, out, err } = await run(withToken('write', `http://127.0.0.1:${port}`), [list(1), 'no JSON', list(2)])
    const messages = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id?: number; error: object })
    expect(messages).toHaveLength(3)
    for (const { error } of messages) expect(error).toMatchObject({ code: -32603 })
    expect(messages.map(({ id }) => id).sort()).toEqual([1, 2, undefined])
    expect([code, err]).toEqual([0, ''])
  })

  test('tells how it is used', async () => {
    const { code, out } = await run({}, [], ['--help'])
    expect([code, out]).toEqual([0, expect.stringContaining('FRONTDESK_CLIENT_SECRET')])
  })
}
