// npm run bench -- --local: the local cloud under load and its start, beside those of an earlier commit if one is given.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { environment } from './processes.ts'
import { summarize } from './ratios.ts'
import { whole } from './requests.ts'

const projectRoot = fileURLToPath(new URL('..', import.meta.url))

const connections = 16
const rounds = 5
const requestsOfRound = 1000
/** After the rounds this tree goes on until it has answered as many. */
const requestsInAll = 100_000
const starts = 7

const { path: casePath, ...sent } = whole.deployed.post

/** Requests for each second of processor time, seconds of a start, and megabytes. */
type Measured = Record<'get' | 'post' | 'start' | 'startByClock' | 'ready', number[]> & { megabytes?: number }
type Tree = { name: string; root: string; dataDir: string; measured: Measured }
type Cloud = Awaited<ReturnType<typeof startCloud>>

/** @param against A commit. Its code runs with the packages of today. */
export async function benchLocal(against: string | undefined, step: (what: string) => void): Promise<string> {
  if (process.platform !== 'linux') throw new Error('--local reads the processor time of a process as Linux tells it.')
  const folder = mkdtempSync(join(tmpdir(), 'bench-local-'))
  const treeOf = (name: string, root: string): Tree => {
    const measured: Measured = { get: [], post: [], start: [], startByClock: [], ready: [] }
    return { name, root, dataDir: join(folder, `data-${name}`), measured }
  }
  try {
    const trees = [treeOf('now', projectRoot)]
    if (against !== undefined) trees.push(treeOf(against, checkOut(against, join(folder, 'tree'))))
    await measureStarts(trees, step)
    await measureLoad(trees, step)
    return render(trees)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureStarts(trees: Tree[], step: (what: string) => void) {
  // The first start makes the data and the compiled code.
  for (let n = 0; n <= starts; n += 1) {
    step(`start ${n} of ${starts}`)
    for (const { root, dataDir, measured } of trees) {
      const started = performance.now()
      const cloud = await startCloud(root, dataDir)
      if (n > 0) {
        measured.startByClock.push((performance.now() - started) / 1000)
        measured.start.push(cpuOf(cloud.pid))
        measured.ready.push(residentMegabytesOf(cloud.pid))
      }
      await cloud.stop()
    }
  }
}

async function measureLoad(trees: Tree[], step: (what: string) => void) {
  const running: { name: string; measured: Measured; cloud: Cloud }[] = []
  for (const { name, root, dataDir, measured } of trees)
    running.push({ name, measured, cloud: await startCloud(root, dataDir) })
  // The first round warms the code.
  for (let n = 0; n <= rounds; n += 1) {
    step(`round ${n} of ${rounds}`)
    for (const { cloud, measured } of running) {
      const [get, post] = [await loadWith(cloud, 'GET'), await loadWith(cloud, 'POST')]
      if (n === 0) continue
      measured.get.push(get)
      measured.post.push(post)
    }
  }
  for (const { name, cloud, measured } of running) {
    step(`${requestsInAll} requests to ${name}`)
    for (let n = 2 * (rounds + 1); n < requestsInAll / requestsOfRound; n += 2) {
      await loadWith(cloud, 'GET')
      await loadWith(cloud, 'POST')
    }
    measured.megabytes = residentMegabytesOf(cloud.pid)
    await cloud.stop()
  }
}

function checkOut(commit: string, root: string): string {
  mkdirSync(root)
  const archive = `${root}.tar`
  for (const [command = '', ...args] of [
    ['git', 'archive', '--output', archive, commit],
    ['tar', '-xf', archive, '-C', root],
  ]) {
    const { status, stderr } = spawnSync(command, args, { cwd: projectRoot, encoding: 'utf8' })
    if (status !== 0) throw new Error(`${commit} could not be checked out: ${stderr.trim()}`)
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'))
  return root
}

/** As `npm start` starts it. */
async function startCloud(root: string, dataDir: string) {
  // Safe cast: every tree of this project has the script.
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
  const [, ...command] = scripts.start.split(' ')
  const env = environment({ DATA_DIR: dataDir, PORT: '0', LOCAL_COGNITO_PORT: '0', LOG_FORMAT: 'json' })
  const child = spawn(process.execPath, command, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<URL>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      const [, ready] = /is ready at (\S+)/.exec(text.toString()) ?? []
      if (ready !== undefined) resolve(new URL(ready))
    })
    child.on('exit', () => reject(new Error(`The local cloud in ${root} has ended.`)))
  })
  const token = () => spawnSync(process.execPath, ['local-cloud/token.ts'], { cwd: root, env, encoding: 'utf8' }).stdout
  const stop = async () => {
    const exited = once(child, 'exit')
    child.kill()
    await exited
  }
  return { url, pid: child.pid ?? 0, token, stop }
}

/** Ticks of the clock in a second: Linux gives all programs this one. */
const ticks = 100

/** Seconds of processor time since the process began, of all its threads (proc_pid_stat(5), utime and stime). */
function cpuOf(pid: number): number {
  const [, after = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const fields = after.split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticks
}

const residentMegabytesOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** Returns the requests for each second of processor time. */
async function loadWith({ url, pid, token }: Cloud, method: 'GET' | 'POST'): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const headers = { Authorization: `Bearer ${token().trim()}`, 'Content-Type': 'application/json' }
  const send = (method: string, path: string, body?: string) =>
    new Promise<string | undefined>((resolve, reject) => {
      const outgoing = request(new URL(path, url), { method, agent, headers }, (response) => {
        response.resume().on('end', () => resolve(response.headers.location))
        if ((response.statusCode ?? 500) >= 300) reject(new Error(`${method} ${path}: ${response.statusCode}`))
      })
      outgoing.on('error', reject).end(body)
    })
  const body = JSON.stringify(sent.body)
  const item = (await send('POST', casePath, body)) ?? casePath
  const before = cpuOf(pid)
  let left = requestsOfRound
  const client = async () => {
    while (left-- > 0) await (method === 'GET' ? send('GET', item) : send('POST', casePath, body))
  }
  await Promise.all(Array.from({ length: connections }, client))
  const seconds = cpuOf(pid) - before
  agent.destroy()
  return requestsOfRound / seconds
}

const medianOf = (values: number[]) => summarize(values).median

function render(all: { name: string; measured: Measured }[]): string {
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`
  const rows = (what: string, of: (measured: Measured) => number, unit: string) => {
    const values = all.map(({ measured }) => of(measured))
    const [now = Number.NaN, before] = values
    const ratio = before === undefined ? '' : (now / before).toFixed(2)
    return row([what, ...values.map((value) => `${value.toFixed(unit === 's' ? 2 : 0)} ${unit}`.trim()), ratio])
  }
  return [
    row(['', ...all.map(({ name }) => name), all.length > 1 ? 'ratio' : '']),
    row(Array.from({ length: all.length + 2 }, () => '---')),
    rows('GET of a case, requests for each second of processor time', ({ get }) => medianOf(get), ''),
    rows('POST of a case, requests for each second of processor time', ({ post }) => medianOf(post), ''),
    rows('start until it is ready, processor time', ({ start }) => medianOf(start), 's'),
    rows('start until it is ready, by the clock', ({ startByClock }) => medianOf(startByClock), 's'),
    rows('memory when it is ready', ({ ready }) => medianOf(ready), 'MB'),
    rows(`memory after ${requestsInAll} requests`, ({ megabytes = Number.NaN }) => megabytes, 'MB'),
  ].join('\n')
}
