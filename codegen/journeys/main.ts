// npm run journeys: runs the journeys of spec/journeys against a server, and says what went wrong in plain words.
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readOptions } from '../command.ts'
import { projectRoot } from '../contract.ts'
import { modelOf, type Contract } from '../model.ts'
import { readJourneys, type Journey } from './documents.ts'
import { respect } from './respect.ts'
import { failuresOf } from './sentence.ts'

const help = `
Usage: npm run journeys -- [options]

Runs each journey of spec/journeys against a server: the calls of a user or a system, one after another. What a
journey creates has names that no other run has. It is deleted where the contract can delete it.

  --server <url>       the server (http://localhost:3000, the local cloud)
  --token <token>      a token of a user; TOKEN in the environment is the same, and no list of processes shows it
  --api-key <key>      an API key; so is API_KEY in the environment
  --journey <name>     only this one; may be given several times
  --list               prints the journeys, and runs none
  --help               this text

A journey that needs a credential which is not given is left out. Exits 1 when a journey fails, and 2 when
nothing could be run.`

/** A wrong call of the command. */
class UsageError extends Error {
  override name = 'UsageError'
}

/** The option that gives each input. The others are made here. */
const credentials: Record<string, string> = { token: '--token', apiKey: '--api-key' }

const secretsIn = (inputs: Record<string, string>) => Object.keys(credentials).flatMap((name) => inputs[name] ?? [])

/** A token of its own accord never shows: neither in the words of a service that repeats it, nor in an error. */
const withoutSecrets = (text: string, secrets: string[]) =>
  secrets.reduce((clean, secret) => (secret === '' ? clean : clean.replaceAll(secret, '…')), text)

type Options = { server: string; inputs: Record<string, string>; names: string[] }

/** Runs the journeys, prints a line for each, and returns the exit code. */
export async function travel({ server, inputs, names }: Options, say: (line: string) => void): Promise<number> {
  const chosen = chosenOf(await readJourneys(), names)
  const given: Record<string, string> = { ...inputs, run: randomUUID() }
  const lacks = (journey: Journey) => journey.inputs.filter((name) => given[name] === undefined)
  for (const journey of chosen.filter((journey) => lacks(journey).length > 0)) {
    const options = lacks(journey).map((name) => credentials[name] ?? name)
    say(`--      ${journey.document.info.title}: needs ${options.join(' and ')}`)
  }
  const ready = chosen.filter((journey) => lacks(journey).length === 0)
  if (ready.length === 0 && chosen.length > 0)
    throw new UsageError('no journey can be run without a token or an API key')
  // Safe cast: the file is written by npm run generate.
  const contract = JSON.parse(await readFile(join(projectRoot, 'generated/openapi.json'), 'utf8')) as Contract
  const model = modelOf(contract)
  let failed = 0
  const executed = ready.length > 0 ? await respect(ready, { server, inputs: given }) : []
  for (const [journey, steps] of executed) {
    const failures = failuresOf(model, journey, steps)
    if (failures.length === 0) say(`ok      ${journey.document.info.title}`)
    else failed += 1
    for (const failure of failures) say(withoutSecrets(`failed  ${failure}`, secretsIn(given)))
  }
  say(`${ready.length - failed} passed, ${failed} failed`)
  return failed > 0 ? 1 : 0
}

function chosenOf(journeys: Journey[], names: string[]): Journey[] {
  const unknown = names.filter((name) => !journeys.some((journey) => journey.name === name))
  if (unknown.length > 0)
    throw new UsageError(`there is no journey ${unknown.join(', ')}; there are ${listed(journeys)}`)
  return names.length > 0 ? journeys.filter(({ name }) => names.includes(name)) : journeys
}

const listed = (journeys: Journey[]) => journeys.map(({ name }) => name).join(', ')

/** The address without a slash at its end. */
function addressOf(server: string): string {
  const url = URL.parse(server)
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(`--server takes an address such as https://api.example.com, not "${server}"`)
  if (url.search !== '' || url.hash !== '' || url.username !== '')
    throw new UsageError('--server takes an address without a query, a fragment or a user')
  return url.href.replace(/\/+$/, '')
}

function optionsOf(args: string[]) {
  const text = { type: 'string' } as const
  try {
    const journey = { ...text, multiple: true } as const
    const server = { ...text, default: 'http://localhost:3000' }
    return readOptions(help, { server, token: text, 'api-key': text, journey, list: { type: 'boolean' } }, args)
  } catch (error) {
    // The first sentence says what is wrong. parseArgs continues with its own syntax.
    const [message] = (error instanceof Error ? error.message : String(error)).split(/\.(?:\s|$)/)
    throw new UsageError(message)
  }
}

/** Runs the command, and returns its exit code. */
export async function main(args: string[], environment: NodeJS.ProcessEnv, say: (line: string) => void) {
  const options = optionsOf(args)
  if (!options) return 0
  if (options.list) {
    for (const { name, document } of await readJourneys()) say(`${name.padEnd(12)} ${document.info.title}`)
    return 0
  }
  const { TOKEN, API_KEY } = environment
  const [token, apiKey] = [options.token ?? TOKEN, options['api-key'] ?? API_KEY].map((given) => given?.trim())
  const inputs = { ...(token && { token }), ...(apiKey && { apiKey }) }
  return travel({ server: addressOf(options.server), inputs, names: options.journey ?? [] }, say)
}

if (import.meta.main) {
  const say = (line: string) => void process.stdout.write(`${line}\n`)
  process.exitCode = await main(process.argv.slice(2), process.env, say).catch((error: unknown) => {
    const hint = error instanceof UsageError ? ' (--help lists the options)' : ''
    process.stderr.write(`journeys: ${error instanceof Error ? error.message : String(error)}${hint}\n`)
    return 2
  })
}
