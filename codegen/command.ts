// The command lines of the project's scripts: options are read by Node's parseArgs, and `--help` is answered alike.
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'

/** Options and other arguments of this process; undefined after `--help`. */
export function readArguments<const Options extends ParseArgsOptionsConfig>(
  help: string,
  options: Options,
  args = process.argv.slice(2),
) {
  const read = parseArgs({ args, options: { ...options, help: { type: 'boolean' } }, allowPositionals: true })
  if (!('help' in read.values)) return read
  process.stdout.write(`${help.trim()}\n`)
  return undefined
}

/** The options of this process; undefined after `--help`, when the help has been printed and nothing is left to do. */
export function readOptions<const Options extends ParseArgsOptionsConfig>(
  help: string,
  options: Options,
  args = process.argv.slice(2),
) {
  const { values } = parseArgs({ args, options: { ...options, help: { type: 'boolean' } } })
  if (!('help' in values)) return values
  process.stdout.write(`${help.trim()}\n`)
  return undefined
}

/** Runs a command. A failure is one line after the command's name, and the exit code. A wrong option is told of its help. */
export async function runAs(name: string, main: () => Promise<void> | void, exitCode = 1): Promise<void> {
  try {
    await main()
  } catch (error) {
    process.stderr.write(`${name}: ${messageOf(error)}\n`)
    process.exitCode = exitCode
  }
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isOfOptions = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  if (!isOfOptions) return error.message
  // The first sentence says what is wrong. parseArgs continues with its own syntax.
  const [sentence = ''] = error.message.split(/\.(?:\s|$)/)
  return `${sentence} (--help lists the options)`
}
