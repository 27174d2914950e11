// Questions at a terminal: answers, answers that cannot be, choices, and Ctrl+C.
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { asked, chosen, chosenOf } from './ask.ts'
import { Refusal, Stopped } from './failure.ts'

const [enter, space, down, ctrlC] = ['\r', ' ', '\u001b[B', '\u0003']

/** A terminal whose keys are pressed one after the other, and all that it has shown. */
function terminal(...keys: string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined })
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 })
  let shown = ''
  output.on('data', (chunk: Buffer) => (shown += chunk.toString()))
  const press = () => {
    const key = keys.shift()
    if (key === undefined) return
    input.write(key)
    setTimeout(press, 20)
  }
  setTimeout(press, 20)
  return { input, output, shown: () => shown }
}

const question = {
  message: 'The name of the resource',
  check: (answer: string) => {
    if (!answer.endsWith('s')) throw new Refusal(`${answer} is no plural.`)
  },
}

test('an answer that cannot be is asked again, with its reason', async () => {
  const { shown, ...at } = terminal('ticket', enter, 's', enter)
  expect(await asked(question, at)).toBe('tickets')
  expect(shown()).toContain('ticket is no plural.')
})

test('one of the choices, and some of them', async () => {
  const { shown: _, ...at } = terminal(down, enter)
  expect(await chosen('What is added?', ['resource', 'operation'], at)).toBe('operation')
  const { shown: __, ...next } = terminal(down, space, enter)
  expect(await chosenOf('Which resources go?', ['cases', 'events'], [], next)).toEqual(['events'])
})

test('Ctrl+C ends a question of each kind, and says that nothing is written', async () => {
  for (const ask of [
    (at: Parameters<typeof asked>[1]) => asked(question, at),
    (at: Parameters<typeof asked>[1]) => chosen('What is added?', ['resource', 'operation'], at),
    (at: Parameters<typeof asked>[1]) => chosenOf('Which resources stay?', ['cases'], ['cases'], at),
  ]) {
    const { shown, ...at } = terminal(ctrlC)
    await expect(ask(at)).rejects.toThrow(Stopped)
    expect(shown()).toContain('Nothing is written.')
  }
})
