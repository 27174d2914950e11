import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { reaches } from '../ratios.ts'
import { renderReport } from './index.ts'
import type { Measurements } from './measurements.ts'

const inProject = (path: string) => readFile(new URL(`../../${path}`, import.meta.url), 'utf8')
const measurements = JSON.parse(await inProject('bench/measurements.json')) as Measurements

test('the ratios, the chart and the tables of the README are those of the last measurements', async () => {
  const written = await renderReport(measurements)
  expect(Object.keys(written)).toContain('README.md')
  for (const [path, content] of Object.entries(written)) expect(await inProject(path), path).toBe(content)
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
