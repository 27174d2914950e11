// From an edited contract to all artefacts: one process for all, against a tool for each, one after another.
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { projectRoot } from '../../codegen/contract.ts'
import { interleave } from '../statistics.ts'

const inDist = (name: string) => fileURLToPath(new URL(`../dist/${name}`, import.meta.url))
const inProject = (path: string) => join(projectRoot, path)

/** The artefacts for which there is no tool to install: each by its renderer, in a process of its own. */
const renderers = {
  renderProblems: 'codegen/server/problems.ts',
  renderRoutes: 'codegen/server/routes.ts',
  renderValidators: 'codegen/server/validators.ts',
  renderSampleData: 'codegen/server/sample-data.ts',
  renderClientSdk: 'codegen/client-sdk/index.ts',
  renderApiGateway: 'codegen/gateway/index.ts',
  renderEvents: 'codegen/server/event-schemas.ts',
  renderAmazonQ: 'codegen/agents/amazon-q.ts',
}

/** Whole-process milliseconds, by way and round; `installed` are the two tools that one can install, alone. */
export function measureGeneration(rounds: number) {
  const document = inDist('openapi.json')
  const noRules = inDist('no-rules.yaml')
  writeFileSync(noRules, 'extends: []\n')
  const redocly = ['node_modules/@redocly/cli/bin/cli.js', 'bundle', 'frontdesk', '-o', document]
  const types = ['node_modules/openapi-typescript/bin/cli.js', document, '-o', inDist('api.ts'), '--redocly', noRules]
  const installed = () => timed(redocly) + timed(types)
  const own = () =>
    Object.entries(renderers).reduce(
      (sum, [name, module]) => sum + timed(['bench/probes/render.ts', inProject(module), name, document]),
      0,
    )
  return interleave(rounds, {
    // Renders everything and compares it with what is there; only the writing is left out.
    oneProcess: () => timed(['codegen/generate.ts', '--check']),
    tools: () => installed() + own(),
    installed,
  })
}

function timed(args: string[]): number {
  const started = performance.now()
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: projectRoot, encoding: 'utf8' })
  const ended = performance.now()
  if (status === 0) return ended - started
  throw new Error(`node ${args.join(' ')} ended with ${status ?? 'a signal'}.\n${stdout}${stderr}`)
}
