// What came of it: results.json with the ratios, measurements.json with all medians, the chart, and the README's section.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { withSection } from '../../codegen/docs/section.ts'
import { meanings } from '../ratios.ts'
import { mapValues } from '../statistics.ts'
import { renderChart } from './chart.ts'
import type { Measurements } from './measurements.ts'
import { renderTables } from './tables.ts'

export const resultsOf = ({ ratios }: Measurements) => ({
  ratios: mapValues(meanings, (_, name) => ratios[name].median),
})

/** Path from the project's root → its content. */
export function renderResults(results: ReturnType<typeof resultsOf>): Record<string, string> {
  return { 'bench/results.json': json(results), 'bench/results.svg': renderChart(results) }
}

/** Path from the project's root → its content. */
export async function renderMeasurements(measurements: Measurements): Promise<Record<string, string>> {
  const readme = 'README.md'
  const section = { name: 'bench', by: 'npm run bench', text: renderTables(measurements) }
  return {
    'bench/measurements.json': json(measurements),
    [readme]: await withSection(inProject(readme), await readFile(inProject(readme), 'utf8'), section),
  }
}

/** @param options What is quick is too rough for the README. */
export async function report(measurements: Measurements, { quick }: { quick: boolean }) {
  const files = {
    ...renderResults(resultsOf(measurements)),
    ...(!quick && (await renderMeasurements(measurements))),
  }
  for (const [path, content] of Object.entries(files)) await writeFile(inProject(path), content)
  console.log(`\n${renderTables(measurements)}`)
}

const inProject = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`
