// npm run agents: the files for assistants, filled with an administrator's values.
import { readOptions } from '../command.ts'
import { platforms, type Platform } from '../model/agents.ts'
import { writeFilledAgents } from './write-filled.ts'

const help = `
Usage: npm run agents -- --config <file> [options]

Writes copies of generated/agents to dist/agents, filled with the values of a JSON file. docs/agents.md lists them.

  --config <file>     the values: an object, such as { "serverUrl": "https://api.example.com" }
  --platform <name>   only the files of this platform, and only its values are needed; may be repeated.
                      ${platforms.join(', ')}
  --help              this text`

async function main() {
  const values = readOptions(help, {
    config: { type: 'string' },
    platform: { type: 'string', multiple: true },
  })
  if (!values) return
  if (values.config === undefined) throw new Error('--config is missing: a JSON file with your values. See --help.')
  for (const path of await writeFilledAgents(values.config, values.platform?.map(platformOf))) console.log(path)
}

function platformOf(name: string): Platform {
  const platform = platforms.find((known) => known === name)
  if (!platform) throw new Error(`--platform is ${name}, not one of ${platforms.join(', ')}`)
  return platform
}

if (import.meta.main) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
