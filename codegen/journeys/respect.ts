// Runs journeys against a server by `redocly respect`, one process for all of them.
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import { projectRoot } from '../contract.ts'
import type { Journey } from './documents.ts'

/** The part of respect's report that we read. A step that was repeated stands there several times. */
export type ExecutedStep = {
  workflowId: string
  stepId: string
  status: string
  response?: { statusCode: number; body?: unknown; headers?: Record<string, string> }
  checks: Check[]
}
export type Check = { name: string; passed: boolean; message: string; condition?: string }

type Report = { files: Record<string, { executedWorkflows: { executedSteps: ExecutedStep[] }[] }> }

/** The longest time of a request. The gateway answers after 29 seconds at the latest. */
const requestTimeoutMs = 35_000

/** The name of the contract in the `sourceDescriptions` of each journey. */
const source = 'api'

/** The steps of each journey, as they were executed. Throws when the documents cannot be run. */
export async function respect(
  journeys: Journey[],
  { server, inputs }: { server: string; inputs: Record<string, string> },
): Promise<Map<Journey, ExecutedStep[]>> {
  const cli = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js')
  const folder = await mkdtemp(join(tmpdir(), 'journeys-'))
  const report = join(folder, 'report.json')
  const files = journeys.map(({ file }) => relative(projectRoot, file))
  const args = [cli, 'respect', ...files, '--server', `${source}=${server}`, '--json-output', report]
  // Not as arguments: every user of the machine can list those.
  const secret = { REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(inputs) }
  const env = { ...process.env, ...secret, REDOCLY_TELEMETRY: 'off', NO_COLOR: '1' }
  try {
    // The exit code is 1 when a step has failed, too. Then there is a report.
    const output = await promisify(execFile)(
      process.execPath,
      [...args, '--max-fetch-timeout', String(requestTimeoutMs)],
      { cwd: projectRoot, env, maxBuffer: 2 ** 28 },
    ).catch((error: unknown) => error as { stdout: string; stderr: string })
    const text = await readFile(report, 'utf8').catch(() => {
      throw new Error(`redocly respect cannot run the journeys: ${output.stderr.trim() || output.stdout.trim()}`)
    })
    const executed = (JSON.parse(text) as Report).files
    return new Map(
      journeys.map((journey, index) => {
        const { executedWorkflows = [] } = executed[files[index] ?? ''] ?? {}
        return [journey, executedWorkflows.flatMap(({ executedSteps }) => executedSteps)]
      }),
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}
