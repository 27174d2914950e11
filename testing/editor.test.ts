// The settings for editors: what they name exists, and the debugger that they start stops in an operation.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { projectRoot } from './compile.ts'
import { attachDebugger } from './debugger.ts'
import { createDataDir } from './local-cloud.ts'

type Configuration = { name: string; runtimeExecutable: string; program: string; args?: string[] }
type Task = { type: string; script: string }

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8')
// Safe casts: the assertions below compare the values with what exists.
const { configurations } = JSON.parse(read('.vscode/launch.json')) as { configurations: Configuration[] }
const { tasks } = JSON.parse(read('.vscode/tasks.json')) as { tasks: Task[] }
const { recommendations } = JSON.parse(read('.vscode/extensions.json')) as { recommendations: string[] }
const container = JSON.parse(read('.devcontainer/devcontainer.json')) as {
  image: string
  containerEnv: Record<string, string>
  forwardPorts: number[]
  postCreateCommand: string
  customizations: { vscode: { extensions: string[] } }
}
const { scripts, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>
const inWorkspace = (path: string) => path.replace('${workspaceFolder}', projectRoot.replace(/\/$/, ''))

test('the programs of launch.json exist', () => {
  expect(configurations.map(({ name }) => name)).toEqual(['Local cloud', 'This test file'])
  for (const { program, runtimeExecutable } of configurations) {
    expect(existsSync(inWorkspace(program)), program).toBe(true)
    expect(existsSync(inWorkspace(runtimeExecutable)), runtimeExecutable).toBe(true)
  }
})

test('the tasks are scripts of package.json', () => {
  expect(tasks.length).toBeGreaterThan(3)
  expect(tasks.filter(({ type, script }) => type !== 'npm' || !scripts?.[script])).toEqual([])
})

test('the container has the Node version of the project, and the ports of the local cloud and the mock', () => {
  const [major] = devDependencies?.node?.split('.') ?? []
  expect(container.image).toMatch(new RegExp(`^node:${major}\\b`))
  expect(container.containerEnv).toEqual({ LOCAL_HOST: '0.0.0.0', LOCAL_S3_PORT: '3001' })
  expect(container.forwardPorts).toEqual([3000, 3001, 4010, 4020])
  expect(container.postCreateCommand).toBe('npm ci')
  expect(container.customizations.vscode.extensions).toEqual(recommendations)
})

test('git tracks the settings', () => {
  const files = ['launch', 'tasks', 'extensions', 'settings'].map((name) => `.vscode/${name}.json`)
  const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...files], {
    cwd: projectRoot,
    encoding: 'utf8',
  })
  expect(tracked.trim().split('\n').sort()).toEqual(files.sort())
})

test('a breakpoint in an operation stops a request to the local cloud', async () => {
  const [{ runtimeExecutable, program } = { runtimeExecutable: '', program: '' }] = configurations
  const data = await createDataDir()
  const child = spawn(inWorkspace(runtimeExecutable), ['--inspect-brk=127.0.0.1:0', inWorkspace(program)], {
    cwd: projectRoot,
    env: {
      ...process.env,
      LOCAL_HOST: '',
      LOCAL_COGNITO_PORT: '0',
      LOCAL_S3_PORT: '0',
      PORT: '0',
      DATA_DIR: data.path,
      NODE_OPTIONS: '',
    },
  })
  try {
    const inspector = await attachDebugger(child)
    const operation = 'server/operations/cases.ts'
    const lineNumber = read(operation)
      .split('\n')
      .findIndex((line) => line.includes("newId('createCase'"))
    await inspector.send('Debugger.enable')
    await inspector.send('Debugger.setBreakpointByUrl', { urlRegex: `.*/${operation}$`, lineNumber })
    // The process waits before its first line, and stops there once.
    const started = inspector.next('Debugger.paused')
    await inspector.send('Runtime.runIfWaitingForDebugger')
    await started
    const stopped = inspector.next('Debugger.paused')
    await inspector.send('Debugger.resume')

    const response = fetch(`${await readyUrl(child.stdout)}/cases`, {
      method: 'POST',
      headers: { ...data.user, 'content-type': 'application/json' },
      body: '{"description":"Broken kiosk"}',
    })
    // Safe cast: the protocol defines this member of the event.
    const { callFrames } = (await stopped) as { callFrames: { functionName: string; location: object }[] }
    expect(callFrames[0]).toMatchObject({ functionName: 'createCase', location: { lineNumber } })
    await inspector.send('Debugger.resume')
    expect((await response).status).toBe(201)
    inspector.close()
  } finally {
    child.kill('SIGKILL')
    await once(child, 'exit')
    await data.remove()
  }
}, 60_000)

async function readyUrl(stdout: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(stdout)) {
    const [, url] = / is ready at (\S+)$/.exec(line) ?? []
    if (url !== undefined) return url
  }
  throw new Error('The local cloud ended before it was ready.')
}
