// npm run ci:comment: the contract's difference and the ratios of the benchmark, as one comment on the pull request.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { readOptions } from '../command.ts'
import { contractDiff } from '../release/diff.ts'
import { openGitHub, Refused, tell, type Environment, type GitHub } from './github.ts'

const help = `
Usage: npm run ci:comment -- [options]

Writes what a pull request changes in the contract, and the ratios of the benchmark (npm run bench) beside the committed
ones. The summary of the run has it, and a comment on the pull request, which a later run replaces.

  --print   prints it, and tells GitHub nothing
  --help    this text`

/** By this line the comment is found again. */
const mark = '<!-- contract-and-benchmark -->'
const results = 'bench/results.json'

type Ratios = Record<string, number>
const ratiosIn = (text: string) => (JSON.parse(text) as { ratios: Ratios }).ratios

/** A ratio counts as changed when it is off by more than a quarter: a quick run on a shared machine is rough. */
const rough = 0.25

export function ratiosTable(before: Ratios, after: Ratios): string {
  const rows = Object.keys(after).map((name) => {
    const [was, is] = [before[name], after[name] ?? 0]
    const isOff = was !== undefined && Math.abs(is - was) > rough * Math.abs(was)
    return `| ${name} | ${was ?? '–'} | ${is} |${isOff ? ' changed' : ''} |`
  })
  return ['| ratio | committed | this run | |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

async function textOf(): Promise<string> {
  const committed = await promisify(execFile)('git', ['show', `HEAD:${results}`])
  const table = ratiosTable(ratiosIn(committed.stdout), ratiosIn(await readFile(results, 'utf8')))
  const contract = await contractDiff(['--markdown']).catch((error: unknown) => String(error))
  return [mark, '## The contract since its last release', contract, '## The benchmark, in ratios', table].join('\n\n')
}

/** Replaces the comment of an earlier run. */
export async function comment(github: GitHub, number: number, body: string) {
  // Safe cast: GitHub's answer has these members.
  const comments = (await github('GET', `/issues/${number}/comments?per_page=100`)) as { id: number; body?: string }[]
  const own = comments.find((found) => found.body?.startsWith(mark))
  if (own) await github('PATCH', `/issues/comments/${own.id}`, { body })
  else await github('POST', `/issues/${number}/comments`, { body })
}

export async function report(environment: Environment, body: string, say: (line: string) => void) {
  const { GITHUB_STEP_SUMMARY, GITHUB_EVENT_PATH = '' } = environment
  await tell(GITHUB_STEP_SUMMARY, body)
  const github = openGitHub(environment)
  // Safe cast: the event of a pull request has its number.
  const event = JSON.parse(await readFile(GITHUB_EVENT_PATH, 'utf8')) as { pull_request?: { number: number } }
  if (!event.pull_request) throw new Error('the event of this job is no pull request')
  await comment(github, event.pull_request.number, body).catch((error: unknown) => {
    if (!(error instanceof Refused) || error.status !== 403) throw error
    say('The token of a fork may not comment. The summary of this run has the text.')
  })
}

if (import.meta.main) {
  try {
    const options = readOptions(help, { print: { type: 'boolean' } })
    const say = (line: string) => void process.stdout.write(`${line}\n`)
    if (options?.print) say(await textOf())
    else if (options) await report(process.env, await textOf(), say)
  } catch (error) {
    process.stderr.write(`ci:comment: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}
