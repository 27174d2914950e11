// `npm start -- --watch`, in a copy of the project that is edited while it runs.
import { cp, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDataDir, runCloud, type CloudProcess } from '../testing/local-cloud.ts'
import { copyProject, type ProjectCopy } from '../testing/project-copy.ts'

let project: ProjectCopy
let data: Awaited<ReturnType<typeof createDataDir>>
let cloud: CloudProcess
beforeAll(async () => {
  project = await copyProject()
  data = await createDataDir()
})
afterAll(async () => {
  await cloud.kill()
  await Promise.all([project.close(), data.remove()])
})

const watchProject = (...args: string[]) =>
  runCloud({ args: ['--watch', ...args], cwd: project.root, env: { DATA_DIR: data.path, LOG_LEVEL: 'SILENT' } })

type Json = Record<string, unknown>
const get = async (url: string, path: string) => {
  const response = await fetch(url + path, { headers: data.user })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Json & { info: Json } }
}
const read = async (url: string, path: string) => (await get(url, path)).body

/** Waits for a line, and returns all lines since the given number of characters. */
const line = async (stream: 'stdout' | 'stderr', expected: RegExp | string, since = 0) => {
  const text = () => cloud[stream]().slice(since)
  const found = expect.poll(text, { timeout: 30_000 })
  await (typeof expected === 'string' ? found.toContain(expected) : found.toMatch(expected))
  return text()
}
const readyLines = () => cloud.stdout().match(/ is ready at /g)?.length

const system = 'server/operations/system.ts'

/** A copy of getStatus, under another name. */
async function addOperation(name: string, operationId: string) {
  const yaml = await project.read('spec/system.yaml')
  const [, status = ''] = /^paths:\n([^]*?)^ {2}\/openapi\.json:/m.exec(yaml) ?? []
  const added = status
    .replace('/status:', `/${name}:`)
    .replace('getStatus', operationId)
    .replace('user: alice', 'user: bob')
  await project.edit('spec/system.yaml', (text) => text.replace(status, () => status + added))
  await project.edit('spec/openapi.yaml', (text) =>
    text.replace(/^ {2}\/status: .*\n/m, (line) => line + line.replaceAll('status', name)),
  )
}

test(
  'an edited contract or operation is served without a restart by hand, and a broken one leaves all as it is',
  { timeout: 120_000 },
  async () => {
    // The contract was edited before.
    await project.edit('spec/openapi.yaml', (yaml) => yaml.replace(/^( {2}version:) .*$/m, '$1 5.5.5'))
    cloud = watchProject()
    const first = await cloud.ready(2)
    expect(cloud.stdout()).toContain('generated/ was not what spec/ says: restarting …\n')
    expect(await read(first, '/status')).toMatchObject({ version: '5.5.5' })
    const created = await fetch(`${first}/cases`, {
      method: 'POST',
      headers: { ...data.user, 'content-type': 'application/json' },
      body: JSON.stringify({ description: 'Before' }),
    })
    const { caseId } = (await created.json()) as Json

    await project.edit('spec/openapi.yaml', (yaml) => yaml.replace(/^( {2}version:) .*$/m, '$1 7.7.7'))
    const second = await cloud.ready(3)
    expect(cloud.stdout()).toContain('spec/openapi.yaml changed: generating …\ngenerated/ is current: restarting …\n')
    expect(await read(second, '/status')).toMatchObject({ version: '7.7.7' })
    expect((await read(second, '/openapi.json')).info).toMatchObject({ version: '7.7.7' })
    expect(await read(second, `/cases/${String(caseId)}`)).toMatchObject({ description: 'Before' })

    const copied = (from: string, to: string) =>
      Promise.all(
        ['generated', 'spec'].map((folder) =>
          cp(join(project.root, from, folder), join(project.root, to, folder), { recursive: true }),
        ),
      )
    await copied('.', '.other-branch')

    // A mistake in the contract is reported with its place, and the running cloud goes on.
    await project.edit('spec/openapi.yaml', (yaml) => yaml.replace('version: 7.7.7', 'version: [7.7.7'))
    await line('stderr', /^spec\/openapi\.yaml:\d+:\d+ .*\nThe contract is not valid\. The service goes on/m)
    expect(await read(second, '/status')).toMatchObject({ version: '7.7.7' })
    // So is a finding of the contract's rules in another file, before and after the mistake is mended.
    await project.edit('spec/system.yaml', (yaml) => yaml.replace(/^ {6}summary: .*\n/m, ''))
    await project.edit('spec/openapi.yaml', (yaml) => yaml.replace('version: [7.7.7', 'version: 8.8.8'))
    await line('stderr', /^spec\/system\.yaml:5:5 .*summary.*\(operation-summary\)$/m)
    expect(await read(second, '/status')).toMatchObject({ version: '7.7.7' })
    await project.edit('spec/system.yaml', (yaml) => yaml.replace(/^ {6}tags: .*\n/m, '$&      summary: Get it\n'))
    const third = await cloud.ready(4)
    expect(await read(third, '/status')).toMatchObject({ version: '8.8.8' })

    // Code that cannot be parsed is not started, and the cloud before it goes on.
    const service = 'service: name'
    await project.edit(system, (code) => code.replace(service, "service: 'front"))
    await line('stderr', 'The code cannot be loaded. The service goes on as it was before.')
    expect(cloud.stderr()).toContain('system.ts')
    // So is code that throws while it is loaded. The message has its place.
    await project.edit(system, (code) => `throw new Error('No table')\n${code.replace("service: 'front", service)}`)
    await line('stderr', /^No table\n +at .*system\.ts:1:7\n/m)
    expect(await read(third, '/status')).toMatchObject({ version: '8.8.8' })
    await project.edit(system, (code) => code.replace(/^.*\n/, '').replace(service, 'service: `edited ${name}`'))
    expect(await read(await cloud.ready(5), '/status')).toMatchObject({ service: 'edited frontdesk' })

    // Code that fails while it starts ends the cloud, and any save of the contract or the code tries again.
    await project.edit('server/lambda.ts', (code) => code.replace('= createHandler(', '= createHandlr('))
    await line('stderr', 'The local cloud has ended. It starts again when a file is saved.')
    await project.edit('server/lambda.ts', (code) => code.replace('= createHandlr(', '= createHandler('))
    expect(await read(await cloud.ready(6), '/status')).toMatchObject({ version: '8.8.8' })

    // A comment changes nothing that is generated. Temporary files of editors are not seen.
    const before = cloud.stdout().length
    await project.write('spec/.system.yaml.swp', 'paths: [')
    await project.write('server/operations/system.ts~', 'export const')
    await project.edit('spec/system.yaml', (yaml) => `# A comment.\n${yaml}`)
    const lines = await line('stdout', 'no restart', before)
    // The types are checked beside it: that line, of the mistake before, comes at any time.
    expect(lines.replace('The types are right again.\n', '')).toBe(
      'spec/system.yaml changed: generating …\ngenerated/ stays the same: no restart.\n',
    )

    // A checkout writes generated/ too: nothing is left to generate, and the running cloud has the other contract.
    await copied('.other-branch', '.')
    expect(await read(await cloud.ready(7), '/status')).toMatchObject({ version: '7.7.7' })
    expect(await cloud.kill('SIGTERM')).toBe(0)
    expect(readyLines()).toBe(7)
  },
)

test(
  'an operation without a function answers its example or 501, until the function is written',
  { timeout: 120_000 },
  async () => {
    // The operation is there when this one starts, and another is added while it runs.
    cloud = watchProject('--examples')
    await cloud.ready()
    await addOperation('health', 'getHealth')
    const second = await cloud.ready(2)
    const example = await get(second, '/health')
    expect(example).toMatchObject({ status: 200, body: { user: 'bob' } })
    expect(example.headers.get('content-type')).toBe('application/json')
    expect(await read(second, '/status')).toMatchObject({ user: 'alice' })
    expect((await fetch(`${second}/health`)).status).toBe(401)
    expect(cloud.stdout()).toContain(
      `getHealth has no function yet, and answers the contract's example. Write it in ${system}.`,
    )
    await line(
      'stderr',
      /^server\/operations\/index\.ts:\d+:\d+ error TS2322: .*\n {2}Property 'getHealth' is missing/m,
    )
    expect(await cloud.kill('SIGINT')).toBe(0)
    expect(cloud.stderr()).not.toContain('CONTRACT VIOLATION')

    cloud = watchProject()
    const plain = await cloud.ready()
    const problem = await get(plain, '/health')
    expect(problem.headers.get('content-type')).toBe('application/problem+json')
    expect(problem).toMatchObject({
      status: 501,
      body: {
        title: 'Not implemented',
        detail: `The operation getHealth has no function yet. Write it in ${system}.`,
        instance: '/health',
        requestId: problem.headers.get('x-request-id'),
      },
    })
    expect(await get(plain, '/status')).toMatchObject({ status: 200 })
    expect(cloud.stderr()).not.toContain('CONTRACT VIOLATION')

    // Written with a type error: it answers, and the place is printed. Of other files only new errors are.
    const written =
      "\nexport const getHealth: Operation<'getHealth'> = (request, context) => getStatus(request, context)\n"
    const wrong = "\nexport const count: number = 'one'\n"
    // As many editors save: beside the file, then renamed. Several saves in a row start one service.
    const code = await project.read(system)
    await writeFile(join(project.root, `${system}.tmp.1`), code + written)
    await rename(join(project.root, `${system}.tmp.1`), join(project.root, system))
    await project.write('server/operations/spare.ts', wrong)
    const third = await cloud.ready(2)
    expect(await get(third, '/health')).toMatchObject({ status: 200, body: { user: 'alice' } })
    const errors = await line('stderr', /^server\/operations\/spare\.ts:2:14 error TS2322: /m)
    expect(errors.match(/: error|error TS/g)).toHaveLength(1)
    expect(cloud.stdout()).toContain(`${system} changed, server/operations/spare.ts added: restarting …`)

    await project.remove('server/operations/spare.ts')
    await line('stdout', 'server/operations/spare.ts removed: restarting …')
    await cloud.ready(3)
    await line('stdout', 'The types are right again.')
    expect(await cloud.kill('SIGTERM')).toBe(0)
    expect(readyLines()).toBe(3)
  },
)

test('--examples is refused without --watch', async () => {
  const { exitCode, stderr } = await project.run(process.execPath, 'local-cloud/main.ts', '--examples')
  expect([exitCode, stderr]).toEqual([1, '--examples needs --watch.\n'])
})
