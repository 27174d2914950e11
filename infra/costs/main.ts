// npm run costs: what a month costs, from the quantities and the prices, into docs/costs.md.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readOptions, runAs } from '../../codegen/command.ts'
import { withSection } from '../../codegen/docs/section.ts'
import { renderCosts } from './render.ts'

const page = fileURLToPath(new URL('../../docs/costs.md', import.meta.url))

const help = `Usage: npm run costs [-- options]

Computes what a month of prod costs, from infra/golden/prod.yaml, the code and the prices in infra/costs/prices.ts, and
writes the table into docs/costs.md.

  --help   this text`

export const currentPage = async () =>
  withSection(page, await readFile(page, 'utf8'), { name: 'costs', by: 'npm run costs', text: renderCosts() })

async function main() {
  if (!readOptions(help, {})) return
  await writeFile(page, await currentPage())
  process.stdout.write(`${renderCosts()}\n`)
}

if (import.meta.main) await runAs('costs', main)
