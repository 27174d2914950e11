// The options of the load test.
import { readOptions } from '../../codegen/command.ts'
import { model } from '../model.ts'
import { loadRequests } from './load-requests.ts'

const help = `
Usage: npm run load -- --url http://localhost:3000 --rate 200 --seconds 60 [options]

Sends requests at a steady rate, in turn to each path, and prints how fast they were answered, and the errors by type.
It ends with 1 when a request had no answer, or one of 5xx. A load on a stage costs what its requests cost.

  --url <address>       the API: of the local cloud, or ApiEndpoint of a deployment
  --rate <number>       requests a second (50)
  --seconds <number>    how long (10)
  --path <path>         a path to read; several times for several paths. Without it, each read of the contract that needs no id
  --token <token>       sent as Authorization: Bearer; with it, the reads of users too. TOKEN in the environment is the same, and
                        no list of processes shows it
  --api-key <key>       sent as x-api-key; so is API_KEY in the environment
  --connections <n>     connections at the same time (50)
  --json                prints the numbers as JSON
  --help                this text`

const text = { type: 'string' } as const

/** Undefined after `--help`. Throws a sentence that names the option. */
export function readLoad(args?: string[]) {
  const values = readOptions(
    help,
    {
      ...{ url: text, rate: { ...text, default: '50' }, seconds: { ...text, default: '10' } },
      ...{ path: { ...text, multiple: true }, token: text, 'api-key': text },
      ...{ connections: { ...text, default: '50' }, json: { type: 'boolean' } },
    },
    args,
  )
  if (!values) return undefined
  const { TOKEN, API_KEY } = process.env
  const wanted = { paths: values.path, token: values.token ?? TOKEN, apiKey: values['api-key'] ?? API_KEY }
  return {
    json: values.json === true,
    load: {
      url: addressIn(values.url),
      rate: countIn('--rate', values.rate, 10_000),
      seconds: countIn('--seconds', values.seconds, 3600),
      connections: countIn('--connections', values.connections, 1000),
      requests: loadRequests(model.operations, wanted),
    },
  }
}

function addressIn(url: string | undefined): string {
  if (url === undefined) throw new Error('Say where: --url http://localhost:3000')
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new Error(`--url must be an address, as http://localhost:3000, not '${url}'.`)
  return url.replace(/\/+$/, '')
}

function countIn(option: string, value: string, most: number): number {
  const count = Number(value)
  if (!/^\d+$/.test(value) || count < 1 || count > most)
    throw new Error(`${option} must be a whole number from 1 to ${most}, not '${value}'.`)
  return count
}
