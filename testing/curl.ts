// Turns a curl command into the request that it would send. The shell parses the command; curl is not needed.
import { execFile } from 'node:child_process'
import { parseArgs, promisify } from 'node:util'

// Takes the place of curl and prints its arguments, after the shell has removed the quotes.
const curl = String.raw`curl() { printf '%s\0' "$@"; }`

/** @param variables The shell's variables that the command uses, such as TOKEN. */
export async function requestOf(command: string, variables: Record<string, string> = {}): Promise<Request> {
  const { stdout } = await promisify(execFile)('sh', ['-euc', `${curl}\n${command}`], { env: { ...variables } })
  const { values, positionals } = parseArgs({
    args: stdout.split('\0').slice(0, -1),
    allowPositionals: true,
    options: {
      silent: { type: 'boolean', short: 's' },
      include: { type: 'boolean', short: 'i' },
      'no-buffer': { type: 'boolean', short: 'N' },
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
