// The linter's command without the process: the arguments in, the report and the exit code out.
import { parseArgs } from 'node:util'
import { kindNamed } from '../rules/index.ts'
import { placeholderWithin } from '../rules/placeholder.ts'
import { platforms, type Platform } from '../rules/rule.ts'
import { kindOf } from './kind.ts'
import { lint } from './lint.ts'
import type { Parsed } from './parse.ts'
import { platformsFor, platformsOf } from './platforms.ts'
import { sourcesOf } from './read.ts'
import { asJson, asText, exitCodeOf, printable, type Linted, type Report } from './report.ts'
import { Unreadable } from './unreadable.ts'

export const help = `
Usage: npm run agents:lint -- <file, folder or URL>... [options]

Checks documents by the rules of the platforms that take them: OpenAPI documents, lists of MCP tools, toolConfig
of Converse, plugin manifests of Microsoft 365, inputs of create-plugin and create-gateway-target. JSON or YAML.
A URL that ends in /mcp is asked for its tools; AGENTS_LINT_TOKEN may hold the access token.

  --platform <name>   ${platforms.slice(0, 4).join(', ')},
                      ${platforms.slice(4).join(', ')}; may be repeated. Without it, all that fit
  --format json       the report as JSON
  --filled            the documents are no templates: a placeholder that is left is an error
  --help              this text

Exit code: 0 no error, 1 errors, 2 something could not be read.`

type Output = { exitCode: 0 | 1 | 2; out: string; err: string }
type Options = { wanted: Platform[] | undefined; filled: boolean }

const failed = (line: string): Output => ({ exitCode: 2, out: '', err: `${printable(line)}\n` })

/** Never rejects for want of a good input: the output says in one line why it cannot be read. */
export async function run(args: string[]): Promise<Output> {
  const { options, targets, isJson, isHelp, wrong } = read(args)
  if (isHelp) return { exitCode: 0, out: `${help.trim()}\n`, err: '' }
  if (wrong !== undefined) return failed(wrong)
  const reports = []
  for (const target of targets) reports.push(await lintTarget(target, options))
  const report: Report = {
    linted: reports.flatMap(({ linted }) => linted),
    skipped: reports.flatMap(({ skipped }) => skipped),
    unreadable: reports.flatMap(({ unreadable }) => unreadable),
  }
  const err = report.unreadable.map((reason) => `${printable(reason)}\n`).join('')
  const isEmpty = report.linted.length === 0
  return { exitCode: exitCodeOf(report), out: isJson ? asJson(report) : isEmpty ? '' : asText(report), err }
}

function read(args: string[]) {
  const options: Options = { wanted: undefined, filled: false }
  const nothing = { options, targets: [], isJson: false, isHelp: false, wrong: undefined }
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        platform: { type: 'string', multiple: true },
        format: { type: 'string' },
        filled: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
    const names = values.platform?.flatMap((name) => name.split(','))
    const unknown = names?.find((name) => !isPlatform(name))
    if (values.help) return { ...nothing, isHelp: true }
    if (unknown !== undefined) {
      return { ...nothing, wrong: `'${unknown}' is no platform; there are ${platforms.join(', ')}` }
    }
    if (values.format !== undefined && values.format !== 'json') {
      return { ...nothing, wrong: `'${values.format}' is no format; there is json` }
    }
    if (positionals.length === 0) return { ...nothing, wrong: 'Name a file, a folder or a URL; --help says more' }
    const isJson = values.format === 'json'
    return {
      ...nothing,
      isJson,
      targets: positionals,
      options: { wanted: names?.filter(isPlatform), filled: values.filled ?? false },
    }
  } catch (error) {
    return { ...nothing, wrong: error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error) }
  }
}

const isPlatform = (name: string): name is Platform => (platforms as readonly string[]).includes(name)

async function lintTarget(target: string, options: Options): Promise<Report> {
  const report: Report = { linted: [], skipped: [], unreadable: [] }
  const { isFolder, sources } = await sourcesOf(target).catch((error: unknown) => {
    report.unreadable.push(reasonOf(error))
    return { isFolder: false, sources: [] }
  })
  for (const { name, read: readSource } of sources) {
    try {
      const result = lintDocument(name, await readSource(), options)
      if (typeof result !== 'string') report.linted.push(result)
      else if (isFolder) report.skipped.push(name)
      else report.unreadable.push(result)
    } catch (error) {
      report.unreadable.push(reasonOf(error))
    }
  }
  if (isFolder && report.linted.length + report.unreadable.length === 0) {
    report.unreadable.push(`${target} holds no document for agents`)
  }
  return report
}

/** A defect of the linter is no reason of the input: it is thrown. */
function reasonOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message
  throw error
}

/** A text says why no platform takes the document. */
function lintDocument(name: string, { value, format }: Parsed, { wanted, filled }: Options): Linted | string {
  const kind = kindOf(value)
  if (!kind) {
    return `${name} is not an OpenAPI document, a list of tools, a plugin manifest or the input of a command that agents:lint knows`
  }
  const able = platformsOf(kind)
  const named = wanted ?? platformsFor(name, kind)
  const chosen = able.filter((platform) => named.includes(platform))
  if (chosen.length === 0) return `${name} is not for ${named.join(', ')}: it is of the kind ${kindNamed(kind).title}`
  const findings = lint(value, { platforms: chosen, filled, format })
  const isTemplate = !filled && placeholderWithin(value) !== undefined
  return { name, kind, isTemplate, findings }
}
