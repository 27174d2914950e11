// The files that the benchmark wrote fit each other, and goals are bounds.
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { reaches } from './ratios.ts'
import { renderMeasurements, renderResults, type Measurements, type resultsOf } from './report.ts'

const inProject = (path: string) => readFile(new URL(`../${path}`, import.meta.url), 'utf8')
const read = async (path: string) => JSON.parse(await inProject(path)) as unknown

test('the chart shows the results, and the tables of the README show the measurements', async () => {
  // Safe cast: the benchmark wrote them.
  const results = (await read('bench/results.json')) as ReturnType<typeof resultsOf>
  const measurements = (await read('bench/measurements.json')) as Measurements
  const files = { ...renderResults(results), ...(await renderMeasurements(measurements)) }
  expect(Object.keys(files).sort()).toEqual(
    ['bench/README.md', 'bench/measurements.json', 'bench/results.json', 'bench/results.svg'].sort(),
  )
  for (const [path, content] of Object.entries(files)) expect(await inProject(path), path).toBe(content)
})

test('a goal is a bound on the side that is better', () => {
  const less = { what: '', better: 'less' } as const
  const more = { what: '', better: 'more' } as const
  expect(reaches({ ...less, goal: 0.45 }, 0.45)).toBe(true)
  expect(reaches({ ...less, goal: 0.45 }, 0.46)).toBe(false)
  expect(reaches({ ...more, goal: 4 }, 4)).toBe(true)
  expect(reaches({ ...more, goal: 4 }, 3.99)).toBe(false)
  expect(reaches(less, 7)).toBeUndefined()
})
