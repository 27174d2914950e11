// The commands of the workflows against a made-up GitHub.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { comment, ratiosTable, report } from './comment.ts'
import { openGitHub, type GitHub } from './github.ts'
import { lastDeployment } from './last-deployment.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ci-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Answers by method and path, and keeps what was asked. */
function made(answers: Record<string, unknown>) {
  const asked: { line: string; body?: unknown }[] = []
  const github: GitHub = (method, path, body) => {
    const line = `${method} ${path.split('?')[0] ?? ''}`
    asked.push({ line, ...(body !== undefined && { body }) })
    return line in answers ? Promise.resolve(answers[line]) : Promise.reject(new Error(`${line} is not made`))
  }
  return { github, asked }
}

test('the last good commit is that of the newest deployment that succeeded', async () => {
  const { github } = made({
    'GET /deployments': [
      { id: 3, sha: 'now' },
      { id: 2, sha: 'bad' },
      { id: 1, sha: 'good' },
    ],
    'GET /deployments/3/statuses': [{ state: 'in_progress' }],
    'GET /deployments/2/statuses': [{ state: 'failure' }],
    'GET /deployments/1/statuses': [{ state: 'inactive' }, { state: 'success' }],
  })
  expect(await lastDeployment(github, 'prod')).toBe('good')
  expect(await lastDeployment(made({ 'GET /deployments': [] }).github, 'prod')).toBe('')
})

test('a later run replaces the comment', async () => {
  const body = '<!-- contract-and-benchmark -->\nText'
  const first = made({ 'GET /issues/7/comments': [{ id: 1, body: 'Hello' }], 'POST /issues/7/comments': {} })
  await comment(first.github, 7, body)
  expect(first.asked.at(-1)).toEqual({ line: 'POST /issues/7/comments', body: { body } })
  const again = made({ 'GET /issues/7/comments': [{ id: 9, body }], 'PATCH /issues/comments/9': {} })
  await comment(again.github, 7, body)
  expect(again.asked.at(-1)?.line).toBe('PATCH /issues/comments/9')
})

test('the table marks a ratio that is off by more than a quarter', () => {
  expect(ratiosTable({ a: 1, b: 1 }, { a: 1.2, b: 1.3, c: 2 }).split('\n').slice(2)).toEqual([
    '| a | 1 | 1.2 | |',
    '| b | 1 | 1.3 | changed |',
    '| c | – | 2 | |',
  ])
})

test('a fork, whose token may not comment, still has its summary', async () => {
  const [event, summary] = [join(folder, 'event.json'), join(folder, 'summary.md')]
  await writeFile(event, JSON.stringify({ pull_request: { number: 7 } }))
  const before = globalThis.fetch
  globalThis.fetch = () => Promise.resolve(Response.json({ message: 'Resource not accessible' }, { status: 403 }))
  const lines: string[] = []
  try {
    const variables = { GITHUB_API_URL: 'https://github.test', GITHUB_REPOSITORY: 'a/b', GITHUB_TOKEN: 't' }
    const environment = { ...variables, GITHUB_STEP_SUMMARY: summary, GITHUB_EVENT_PATH: event }
    await report(environment, 'The text', (line) => lines.push(line))
  } finally {
    globalThis.fetch = before
  }
  expect(lines).toEqual(['The token of a fork may not comment. The summary of this run has the text.'])
  expect(await readFile(summary, 'utf8')).toBe('The text\n')
})

test('outside of a job the command says so', () => {
  expect(() => openGitHub({})).toThrow('this is no job of GitHub Actions')
})
