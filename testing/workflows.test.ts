// The workflows of .github/: each `run:` line is a script that exists, with options that it knows, and each job has few rights.
import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { scripts } from './pages.ts'

type Step = { uses?: string; run?: string; with?: Record<string, unknown>; if?: string; env?: Record<string, string> }
type Job = { permissions?: Record<string, string>; steps: Step[]; 'timeout-minutes'?: number }
type Workflow = { name: string; on: unknown; permissions?: unknown; jobs: Record<string, Job> }

const read = (file: string) => ({ file, text: readFileSync(file, 'utf8') })
const files = readdirSync('.github/workflows').map((name) => read(`.github/workflows/${name}`))
const workflows = files.map(({ file, text }) => ({ file, workflow: parse(text) as Workflow }))
const action = read('.github/actions/install/action.yml')
const jobs = workflows.flatMap(({ file, workflow }) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({ name: `${file} ${name}`, job })),
)
const installSteps = (parse(action.text) as { runs: { steps: Step[] } }).runs.steps
const steps = [...jobs.flatMap(({ job }) => job.steps), ...installSteps]
const inputs = steps.flatMap((step) => Object.entries(step.with ?? {}))
const runs = [
  ...steps.flatMap(({ run }) => run ?? []),
  ...inputs.flatMap(([name, value]) => (name.endsWith('-script') ? String(value) : [])),
]

test('there is a workflow for each thing that a team is promised', () => {
  expect(workflows.map(({ file }) => file.split('/').at(-1))).toEqual(
    expect.arrayContaining(['deploy.yml', 'docs.yml', 'pull-request.yml', 'release.yml']),
  )
})

/** An install, or a script with its options. No pipe, no second command, nothing that a shell must read. */
const line = /^npm (ci(?: --prefix [\w/-]+)?(?: --ignore-scripts)?|test|run ([\w:-]+))(?: -- (.+))?$/

test.each(runs)('%s is a script that exists', (run) => {
  const [, , script = 'test'] = line.exec(run) ?? []
  expect(run).toMatch(line)
  expect(scripts).toHaveProperty([script])
  const [, folder = '.'] = /--prefix (\S+)/.exec(run) ?? []
  expect(existsSync(`${folder}/package-lock.json`)).toBe(true)
})

/** Options that go on to the CDK's command line, which has its own help. */
const ofCdk = ['--require-approval']
const withOptions = new Map<string, Set<string>>()
for (const run of runs) {
  const [, , script, given = ''] = line.exec(run) ?? []
  const options = given.match(/--[a-z][\w-]*/g) ?? []
  if (script === undefined || options.length === 0) continue
  withOptions.set(script, new Set([...(withOptions.get(script) ?? []), ...options]))
}

test.each([...withOptions])('npm run %s knows the options that the workflows give to it', async (script, options) => {
  const [, program = ''] = /^node (.+)$/.exec(scripts[script] ?? '') ?? []
  const { stdout } = await promisify(execFile)('node', [...program.split(' '), '--help'])
  for (const option of options) {
    if (!ofCdk.includes(option)) expect(stdout).toMatch(new RegExp(`${option}\\b`))
  }
})

test('text of a pull request is never part of a command, and a fork never meets a secret', () => {
  for (const run of runs) expect(run).not.toContain('${{')
  for (const { text } of files) expect(text).not.toMatch(/pull_request_target|secrets\./)
})

test.each(workflows)('$file begins without rights', ({ workflow }) => {
  expect(workflow.permissions).toEqual({})
})

const rights: Record<string, string[]> = {
  write: ['contents', 'pull-requests', 'id-token', 'pages'],
  read: ['contents', 'deployments'],
}

test.each(jobs)('$name has a limit of time, and only rights that it needs', ({ name, job }) => {
  expect(job['timeout-minutes']).toBeGreaterThan(0)
  const given = Object.entries(job.permissions ?? {})
  expect(given.length).toBeGreaterThan(0)
  for (const [right, level] of given) expect(rights[level]).toContain(right)
  const [writes, uses] = [given.filter(([, level]) => level === 'write'), JSON.stringify(job.steps)]
  // To write contents is to release; to sign in by OIDC is to deploy, to publish pages, or to sign the provenance.
  if (writes.some(([right]) => right === 'contents')) expect(uses).toContain('changesets/action@')
  if (writes.some(([right]) => right === 'id-token'))
    expect(uses).toMatch(/configure-aws-credentials@|deploy-pages@|changesets\/action@/)
  expect(name).not.toBe('')
})

test('each action is pinned by a whole commit, with its version beside it, and keeps no credentials', () => {
  for (const { file, text } of [...files, action]) {
    for (const [whole, used = ''] of text.matchAll(/uses: (.+)$/gm)) {
      if (used.startsWith('./')) expect(existsSync(`${used}/action.yml`)).toBe(true)
      else expect(whole, file).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    }
  }
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
  for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false })
})

test('a deployment is tried by the journeys, and taken back when one fails', () => {
  const own = workflows.find(({ file }) => file.endsWith('deploy.yml'))?.workflow.jobs.deploy?.steps ?? []
  const at = (pattern: RegExp) => own.findIndex(({ run = '', uses = '' }) => pattern.test(run + uses))
  const [last, deploy, journeys] = [at(/ci:last-deployment/), at(/npm run deploy/), at(/journeys:stage/)]
  expect(last).toBeGreaterThan(-1)
  expect(deploy).toBeGreaterThan(last)
  expect(journeys).toBeGreaterThan(deploy)
  const back = own.slice(journeys + 1)
  expect(back.some(({ run }) => run?.startsWith('npm run deploy'))).toBe(true)
  for (const step of back) expect(step.if).toBe("failure() && steps.last.outputs.sha != ''")
})

test('the other files of .github/ are valid, and every path of an owner exists', () => {
  for (const name of readdirSync('.github/ISSUE_TEMPLATE'))
    parse(readFileSync(`.github/ISSUE_TEMPLATE/${name}`, 'utf8'))
  const dependabot = parse(readFileSync('.github/dependabot.yml', 'utf8')) as { updates: { directories: string[] }[] }
  for (const directory of dependabot.updates.flatMap(({ directories }) => directories))
    expect(existsSync(`.${directory}`)).toBe(true)
  const owned = readFileSync('.github/CODEOWNERS', 'utf8').matchAll(/^(\/\S+)/gm)
  for (const [, path = ''] of owned) expect(existsSync(`.${path}`)).toBe(true)
})

test('actionlint accepts the workflows, where it is installed', async () => {
  const failure = await promisify(execFile)('actionlint', []).then(
    () => undefined,
    (error: unknown) => error as { code: unknown; stdout: string },
  )
  // The program is not there.
  if (failure?.code === 'ENOENT') return
  expect(failure?.stdout ?? '').toBe('')
})
