// npm run contract:diff: what has changed since the last release, for each consumer, and the version that it asks for.
import { access } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { packageName } from '../client-sdk/package-name.ts'
import { readOptions } from '../command.ts'
import { projectRoot } from '../contract.ts'
import { compareWithRelease } from './breaking-changes.ts'
import { inVersion } from './change.ts'
import { pendingBump, pendingChangesets } from './changesets.ts'
import { reportOf } from './report.ts'

const help = `
Usage: npm run contract:diff -- [options]

Says in plain words what has changed in the contract since its last release: for programs with the SDK, for
programs that send requests, for assistants, and for whoever deploys the API. Then it says which version the changes
ask for. Before 1.0.0 a breaking change takes a minor version.

  --from <file>   compares with this contract, one OpenAPI document in JSON (spec/released/openapi.json)
  --json          prints the changes as JSON
  --markdown      prints them as Markdown, as for a comment
  --help          this text

Exits 0 whatever has changed, and 2 when there is nothing to compare with. npm run check -- release refuses a
version that is too small.`

export async function contractDiff(args: string[], root = projectRoot): Promise<string | undefined> {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const
  const options = readOptions(help, { from: text, json: flag, markdown: flag }, args)
  if (!options) return undefined
  if (options.from !== undefined)
    await access(options.from).catch(() => {
      throw new Error(`there is no file ${options.from ?? ''}`)
    })
  const compared = await compareWithRelease(root, options.from === undefined ? undefined : resolve(options.from))
  if (!compared) throw new Error('there is no release yet: spec/released/openapi.json does not exist')
  const { version, change, changes } = compared
  const asks = inVersion(version, change)
  const pending = pendingBump(await pendingChangesets(join(root, '.changeset')))
  if (options.json) return JSON.stringify({ version, change, asks, pending, changes }, undefined, 2)
  const verdict =
    asks === 'none'
      ? `${packageName} ${version} needs no new version for that.`
      : `The change is ${change}. After ${packageName} ${version} it asks for a ${asks} version; the changesets say ${pending}.`
  return `${reportOf(changes, { isMarkdown: options.markdown ?? false })}\n\n${verdict}`
}

if (import.meta.main) {
  try {
    const report = await contractDiff(process.argv.slice(2))
    if (report !== undefined) process.stdout.write(`${report}\n`)
  } catch (error) {
    const [message] = (error instanceof Error ? error.message : String(error)).split(/\.(?:\s|$)/)
    process.stderr.write(`contract:diff: ${message ?? ''} (--help lists the options)\n`)
    process.exitCode = 2
  }
}
