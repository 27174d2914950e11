// A curl command as the request that it would send. The shell reads the command; curl itself need not be installed.
import { execFile } from 'node:child_process'
import { parseArgs, promisify } from 'node:util'

// Stands in for curl and prints its words, however they are quoted.
const curl = String.raw`curl() { printf '%s\0' "$@"; }`

/** `variables` are those that the command takes from the shell, as TOKEN. */
export async function requestOf(command: string, variables: Record<string, string> = {}): Promise<Request> {
  const { stdout } = await promisify(execFile)('sh', ['-euc', `${curl}\n${command}`], { env: { ...variables } })
  const { values, positionals } = parseArgs({
    args: stdout.split('\0').slice(0, -1),
    allowPositionals: true,
    options: {
      silent: { type: 'boolean', short: 's' },
      include: { type: 'boolean', short: 'i' },
      request: { type: 'string', short: 'X' },
      header: { type: 'string', short: 'H', multiple: true },
      data: { type: 'string', short: 'd' },
    },
  })
  const [url, ...others] = positionals
  if (url === undefined || others.length > 0) throw new Error(`Not one URL, but ${positionals.join(' ')}: ${command}`)
  const headers = (values.header ?? []).map((line): [string, string] => {
    const [name = '', ...value] = line.split(': ')
    return [name, value.join(': ')]
  })
  const method = values.request ?? (values.data === undefined ? 'GET' : 'POST')
  return new Request(url, { method, headers, body: values.data ?? null })
}
