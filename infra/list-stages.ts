// npm run stages: the stages that can be deployed, each with the settings by which they differ.
import { readOptions, runAs } from '../codegen/command.ts'
import { stageNamed } from './names.ts'
import { stages, type Scaling, type Stage } from './stages.ts'

const help = `
Usage: npm run stages [-- options]

Lists the stages of infra/stages.ts with their stacks and main settings. Temporary ones, as pr-123 or dev-anna, have the
settings of dev, and any stage can be in several regions.

  --json    all settings as JSON
  --help    this text`

const rangeOf = ({ min, max, targetPercent }: Scaling) => `${min}–${max} at ${targetPercent} %`

const columns: Record<string, (stage: Stage) => string> = {
  stage: ({ name }) => name,
  stack: ({ name }) => stageNamed(name),
  data: ({ keepData }) => (keepData ? 'kept, protected' : 'go with the stack'),
  people: ({ selfSignUp, mfa }) => `${selfSignUp ? 'sign up' : 'are invited'}, second factor ${mfa}`,
  requests: ({ throttle: { all } }) => `${all.rate}/s, burst ${all.burst}`,
  processor: ({ architecture }) => architecture,
  tables: ({ capacity }) =>
    capacity === 'on-demand' ? capacity : `read ${rangeOf(capacity.read)}, write ${rangeOf(capacity.write)}`,
  firewall: ({ firewall }) => (firewall ? `${firewall.requestsPerAddress} per address` : 'off'),
  releases: ({ gradualDeployment }) => (gradualDeployment ? 'step by step' : 'at once'),
  logs: ({ logRetention }) => `${logRetention} days`,
}

export function tableOf(all: Stage[]): string {
  const rows = [Object.keys(columns), ...all.map((stage) => Object.values(columns).map((cell) => cell(stage)))]
  const widths = Object.keys(columns).map((_, n) => Math.max(...rows.map((row) => row[n]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function main() {
  const options = readOptions(help, { json: { type: 'boolean' } })
  if (!options) return
  process.stdout.write(`${options.json ? JSON.stringify(stages, undefined, 2) : tableOf(Object.values(stages))}\n`)
}

if (import.meta.main) await runAs('stages', main)
