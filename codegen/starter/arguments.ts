// The command lines of these commands: what Node's parser refuses is one line, as every other refusal.
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { Refusal } from './failure.ts'

/** The options and the other words; undefined after `--help`, when the help has been printed. */
export function readArguments<const Options extends ParseArgsOptionsConfig>(
  help: string,
  options: Options,
  args = process.argv.slice(2),
) {
  const { values, positionals } = parsed(args, options)
  if (!('help' in values)) return { values, positionals }
  process.stdout.write(`${help.trim()}\n`)
  return undefined
}

function parsed<const Options extends ParseArgsOptionsConfig>(args: string[], options: Options) {
  try {
    const read = parseArgs({
      args,
      options: { ...options, help: { type: 'boolean' } },
      allowPositionals: true,
      tokens: true,
    })
    const names = read.tokens.flatMap((token) => (token.kind === 'option' ? [token.rawName] : []))
    const twice = names.find((name, index) => names.indexOf(name) !== index)
    if (twice !== undefined) throw new Refusal(`${twice} is given twice.`)
    return read
  } catch (error) {
    if (error instanceof Refusal) throw error
    // The first sentence says what is wrong. parseArgs continues with its own syntax.
    const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split(/\.(?:\s|$)|\n/)
    throw new Refusal(`${sentence}. --help shows the options.`)
  }
}

/** The names in a list, as `cases,products`. */
export const listed = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
