// submitAndWait: start something, and ask for its state until it is done.
import type { SdkHints } from '../../contract.ts'
import type { Model } from '../../model.ts'
import type { Doc } from '../../typescript/print.ts'
import { array, arrow, call, member, object, quote } from '../../typescript/syntax.ts'
import type { CombinedMethod } from '../combined-methods.ts'
import { capitalize } from '../../identifiers.ts'
import type { Method } from '../facade.ts'
import { accessOf, exampleBody, exampleOf, target } from '../sample.ts'

/** For an operation whose `x-sdk: { wait }` names the operation that returns the state. */
export function startAndWait(model: Model, start: Method, methods: Method[]): CombinedMethod[] {
  const { wait } = start.operation.sdk
  if (!wait) return []
  const ask = methods.find(({ operation }) => operation.operationId === wait.operation)
  if (!ask || !start.body) throw new Error(`${start.operation.operationId}: x-sdk.wait names no operation of its tag`)
  const { resource, name = '', body } = start
  const [id] = ask.path
  const answer = ask.operation.answers.find(({ status }) => status === 200)
  const members = Object.keys(answer?.json?.schema?.properties ?? {})
  const listed = members.map((member) => `\`${member}\``).join(', ')
  const given = [...exampleBody(start), '{ timeout: 60_000 }']
  return [
    {
      name: `${name}AndWait`,
      module: 'poll.ts',
      imports: ['startAndWait', 'type WaitOptions'],
      models: [ask.data],
      doc: [
        `${start.operation.summary || capitalize(name)}, and wait until it is done, asking as often as \`Retry-After\` says.`,
        `How it ended is an answer, not an error: look at \`${wait.member}\`.`,
        '',
        `@param body - ${body.description}`,
        '@param options - `timeout` in all in milliseconds (120,000), `onState`, `signal`, `idempotencyKey`.',
        `@returns Resolves to the {@link ${ask.data}} as \`${ask.name ?? ''}\` gives it once its \`${wait.member}\` is no longer \`${wait.while}\`: ${listed}.`,
        `@throws {@link TimeoutError} when it is not done in time. It goes on, as after every failure of the waiting. The error has its \`${id?.name ?? ''}\`, with which \`${ask.name ?? ''}\` asks again.`,
        '@example',
        '```ts',
        exampleOf(
          `const { ${wait.member}, ${id?.name ?? ''} } = await `,
          target(model, { resource, name: `${name}AndWait` }),
          given,
        ),
        '```',
      ].join('\n'),
      parameters: [`body: ${body.type}`, `options?: WaitOptions<${ask.data}>`],
      result: `Promise<${ask.data}>`,
      implementation: implementationOf(start, ask, wait),
    },
  ]
}

/** The call of the runtime with the two methods, and with the state in which the wait goes on. */
function implementationOf({ name = '', data, repeat }: Method, ask: Method, wait: NonNullable<SdkHints['wait']>): Doc {
  return arrow({
    parameters: '(body, options)',
    body: call('startAndWait', [
      'client',
      object([
        member('name', quote(`${name}AndWait`)),
        member('ids', array(ask.path.map((parameter) => quote(parameter.name)))),
        member('takesKey', String(repeat === 'key')),
        member('start', arrow({ parameters: '(settings)', body: call(`resource.${name}`, ['body', 'settings']) })),
        member(
          'ask',
          arrow({
            parameters: `(started: ${data}, settings)`,
            body: call(`resource.${ask.name ?? ''}`, [
              ...ask.path.map((parameter) => `started${accessOf(parameter.name)}`),
              'settings',
            ]),
          }),
        ),
        member('isRunning', arrow({ parameters: `({ ${wait.member} })`, body: `${wait.member} === '${wait.while}'` })),
      ]),
      'options',
    ]),
  })
}
