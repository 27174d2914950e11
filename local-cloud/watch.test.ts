// `npm start -- --watch`, in a copy of the project that is edited while it runs.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createDataDir, runCloud, type CloudProcess } from '../testing/local-cloud.ts'
import { copyProject, type ProjectCopy } from '../testing/project-copy.ts'

let project: ProjectCopy
let data: Awaited<ReturnType<typeof createDataDir>>
let cloud: CloudProcess
beforeAll(async () => {
  project = await copyProject()
  data = await createDataDir()
  cloud = runCloud({ args: ['--watch'], cwd: project.root, env: { DATA_DIR: data.path, LOG_LEVEL: 'SILENT' } })
})
afterAll(async () => {
  await cloud.kill()
  await Promise.all([project.close(), data.remove()])
})

type Json = Record<string, unknown>
const read = async (url: string, path: string) =>
  (await (await fetch(url + path, { headers: data.user })).json()) as Json & { info: Json }

test(
  'an edited contract or operation is served without a restart by hand, and a broken one leaves all as it is',
  { timeout: 120_000 },
  async () => {
    const first = await cloud.ready()
    const created = await fetch(`${first}/cases`, {
      method: 'POST',
      headers: { ...data.user, 'content-type': 'application/json' },
      body: JSON.stringify({ description: 'Before' }),
    })
    const { caseId } = (await created.json()) as Json

    await project.edit('spec/openapi.yaml', (yaml) => yaml.replace(/^( {2}version:) .*$/m, '$1 7.7.7'))
    const second = await cloud.ready(2)
    expect(await read(second, '/status')).toMatchObject({ version: '7.7.7' })
    expect((await read(second, '/openapi.json')).info).toMatchObject({ version: '7.7.7' })
    expect(await read(second, `/cases/${String(caseId)}`)).toMatchObject({ description: 'Before' })

    // A mistake in the contract is reported, and the running cloud goes on.
    await project.edit('spec/openapi.yaml', (yaml) => yaml.replace('version: 7.7.7', 'version: [7.7.7'))
    await expect.poll(() => cloud.stderr(), { timeout: 30_000 }).toContain('openapi.yaml')
    expect(await read(second, '/status')).toMatchObject({ version: '7.7.7' })
    await project.edit('spec/openapi.yaml', (yaml) => yaml.replace('version: [7.7.7', 'version: 8.8.8'))
    expect(await read(await cloud.ready(3), '/status')).toMatchObject({ version: '8.8.8' })

    // Code that cannot be parsed ends the cloud, and the next save starts it again.
    const service = 'service: name'
    await project.edit('server/operations/system.ts', (code) => code.replace(service, "service: 'front"))
    await expect.poll(() => cloud.stderr(), { timeout: 30_000 }).toContain('system.ts')
    await project.edit('server/operations/system.ts', (code) => code.replace("service: 'front", "service: 'edited'"))
    expect(await read(await cloud.ready(4), '/status')).toMatchObject({ service: 'edited' })

    expect(await cloud.kill('SIGTERM')).toBe(0)
  },
)
