// A journal with damaged lines: they are set aside, one line says so, and every other entry is there.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openStream } from './dynamodb/stream.ts'
import { openJournal } from './journal.ts'
import { openExecutions } from './step-functions/executions.ts'

let directory: string
let file: string
const said = () => vi.mocked(console.error).mock.calls.map(([text]) => String(text))

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'frontdesk-journal-'))
  file = join(directory, 'journal.jsonl')
  vi.spyOn(console, 'error').mockReturnValue()
})
afterEach(async () => {
  vi.mocked(console.error).mockRestore()
  await rm(directory, { recursive: true })
})

type Entry = { n: number }
const open = () => {
  const entries: Entry[] = []
  const journal = openJournal<Entry>({
    file,
    isEntry: ({ n }) => typeof n === 'number',
    keep: (found) => {
      entries.push(...found)
      return entries
    },
  })
  return { journal, entries }
}

test.each([
  ['a last line that is cut off', '{"n":1}\n{"n":2}\n{"n":', [1, 2], '3', ['{"n":']],
  ['garbage in the middle', '{"n":1}\n\u0000\u0000x\n{"n":2}\n', [1, 2], '2', ['\u0000\u0000x']],
  ['an empty line', '{"n":1}\n\n{"n":2}\n', [1, 2], '2', ['']],
  ['JSON that is no entry', 'null\n{"n":1}\n7\n{"m":1}\n[]\n', [1], '1, 3, 4, 5', ['null', '7', '{"m":1}', '[]']],
  ['two entries that have run into one', '{"n":1}{"n":2}\n{"n":3}\n', [3], '1', ['{"n":1}{"n":2}']],
  ['nothing but garbage', 'a\nb\nc\nd\ne\nf\ng', [], '1, 2, 3, 4, 5 and others', [...'abcdefg']],
])('%s', async (_, text, kept, lines, aside) => {
  await writeFile(file, text)
  const { journal, entries } = open()
  expect(entries.map(({ n }) => n)).toEqual(kept)
  expect(said()).toEqual([
    expect.stringContaining(`${file} has ${lines.length > 1 ? 'damaged lines' : 'a damaged line'}: ${lines}.`),
  ])
  expect(said()[0]).toContain(`remove that file`)
  expect((await readFile(`${file}.damaged`, 'utf8')).split('\n').slice(0, -1)).toEqual(aside)

  journal.append({ n: 9 })
  journal.close()
  const again = open()
  expect(again.entries.map(({ n }) => n)).toEqual([...kept, 9])
  expect(said()).toHaveLength(1)
  again.journal.close()
})

test('entries of the stream that are none cost their own record alone', async () => {
  const keys = { id: { S: 'c-1' } }
  const stream = openStream({ file, region: 'us-east-1' })
  stream.settle(stream.intend(keys, undefined), keys)
  stream.close()
  const whole = await readFile(file, 'utf8')
  await writeFile(
    file,
    `${whole}{"intent":"x"}\n{"intent":"x","keys":null,"before":null}\n{"settled":"x"}\n{"settled":"x","record":{}}\n{}\n`,
  )
  const again = openStream({ file, region: 'us-east-1' })
  expect(again.oldest()?.dynamodb.Keys).toEqual(keys)
  expect(again.unsettled()).toEqual([])
  expect(said()).toHaveLength(1)
  again.close()
})

test('entries of executions that are none cost their own execution alone', async () => {
  const executions = openExecutions(file)
  executions.start('a', '{}')
  executions.end('a', { status: 'SUCCEEDED', output: '{}' })
  executions.close()
  const whole = await readFile(file, 'utf8')
  await writeFile(
    file,
    `${whole}{"name":7,"input":"{}"}\n{"name":"b","input":"{}"}\n{"name":"a","stoppedAt":1,"ended":null}\n`,
  )
  const again = openExecutions(file)
  expect(again.recent().map(({ name, ended }) => [name, ended?.status])).toEqual([['a', 'SUCCEEDED']])
  expect(said()).toHaveLength(1)
  again.close()
})
