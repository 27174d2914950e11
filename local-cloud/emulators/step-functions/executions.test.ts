// Executions that have ended are in the journal, and their names alone in memory.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { memoryInUse } from '../../../testing/memory.ts'
import { openExecutions } from './executions.ts'

let directory: string
let file: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'frontdesk-executions-'))
  file = join(directory, 'executions.jsonl')
})
afterEach(() => rm(directory, { recursive: true }))

const inputs = { count: 5000, characters: 4000 }
const inputOf = (n: number) => JSON.stringify({ n, text: 'é'.repeat(inputs.characters) })

test('5,000 executions with 20 MB of input take less than 5 MB, also after a restart', async () => {
  const before = await memoryInUse()
  const executions = openExecutions(file)
  for (let n = 0; n < inputs.count; n += 1) {
    executions.start(`e-${n}`, inputOf(n))
    executions.enter(`e-${n}`, 'Prepare')
    executions.end(`e-${n}`, { status: 'SUCCEEDED', output: inputOf(n) })
  }
  const grown = async () => (await memoryInUse()).heapUsed - before.heapUsed
  expect(await grown()).toBeLessThan(5_000_000)
  for (const n of [0, 1234, inputs.count - 1]) {
    const found = { name: `e-${n}`, input: inputOf(n), path: ['Prepare'] }
    expect(executions.find(`e-${n}`)).toMatchObject({ ...found, ended: { status: 'SUCCEEDED', output: inputOf(n) } })
  }
  executions.close()

  const again = openExecutions(file)
  expect(await grown()).toBeLessThan(5_000_000)
  expect(again.find('e-1234')).toMatchObject({
    input: inputOf(1234),
    path: ['Prepare'],
    ended: { status: 'SUCCEEDED' },
  })
  expect(again.recent(2).map(({ name }) => name)).toEqual(['e-4999', 'e-4998'])
  expect(again.interrupted).toEqual([])
  again.close()
})

test('a journal of an earlier version, whose ends are without their executions, is read', async () => {
  const startedAt = Date.now()
  const entries = [
    { name: 'a', startedAt, input: '{}' },
    { name: 'b', startedAt, input: '{"b":1}' },
    { name: 'a', state: 'Prepare' },
    { name: 'a', stoppedAt: startedAt + 5, ended: { status: 'SUCCEEDED', output: '1' } },
  ]
  await writeFile(file, entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
  const executions = openExecutions(file)
  const { ended } = { ended: { status: 'SUCCEEDED', output: '1' } }
  const a = { name: 'a', startedAt, input: '{}', path: ['Prepare'], stoppedAt: startedAt + 5, ended }
  expect(executions.find('a')).toEqual(a)
  expect(executions.find('b')).toMatchObject({ input: '{"b":1}', ended: { error: 'LocalCloud.Stopped' } })
  expect(executions.interrupted.map(({ name }) => name)).toEqual(['b'])
  executions.close()
  expect(JSON.parse((await readFile(file, 'utf8')).split('\n')[0] ?? '')).toEqual(a)
})

test('a line that is longer than a part of the file is read whole, and a place is in bytes', () => {
  const executions = openExecutions(file)
  const long = JSON.stringify('😀é\n'.repeat(30_000))
  for (const [name, input] of [
    ['long', long],
    ['short', '"😀"'],
    ['empty', '{}'],
  ] as const) {
    executions.start(name, input)
    executions.end(name, { status: 'FAILED', error: 'E', cause: input })
  }
  const seen = () => executions.recent().map(({ name, input }) => [name, input.length])
  expect(seen()).toEqual([
    ['empty', 2],
    ['short', 4],
    ['long', long.length],
  ])
  executions.close()
  const again = openExecutions(file)
  expect(again.find('long')?.input).toBe(long)
  expect(again.find('short')?.ended).toEqual({ status: 'FAILED', error: 'E', cause: '"😀"' })
  again.close()
})
