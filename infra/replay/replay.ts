// Replays dead letters: starts the work of each again, and removes the letter when the work has begun.
import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda'
import { ExecutionAlreadyExists, StartExecutionCommand, type SFNClient } from '@aws-sdk/client-sfn'
import type { SQSClient } from '@aws-sdk/client-sqs'
import { workOf, type Letter, type Work } from './letters.ts'
import { lettersIn, remove } from './queue.ts'

export type Replay = {
  clients: { sqs: SQSClient; sfn: SFNClient; lambda: LambdaClient }
  queueUrl: string
  /** Says what there is, and changes nothing. */
  listOnly?: boolean
  /** The id of one letter: the others stay. */
  only?: string | undefined
  /** Removes that letter without its work. */
  drop?: boolean
  say: (line: string) => void
}

export type Outcome = Record<'replayed' | 'dropped' | 'kept' | 'failed', number>

export async function replay({ clients, queueUrl, listOnly, only, drop, say }: Replay): Promise<Outcome> {
  const counts: Outcome = { replayed: 0, dropped: 0, kept: 0, failed: 0 }
  let isFound = only === undefined
  for await (const letter of lettersIn(clients.sqs, queueUrl)) {
    if (only !== undefined && letter.id !== only) continue
    isFound = true
    const work: Work = drop === true ? { do: 'drop', why: `Removed by hand: ${letter.body}` } : workOf(letter)
    const error = letter.attributes.ERROR_CODE ?? ''
    say(`${letter.id}  ${describe(work)}${error === '' ? '' : `  (${error})`}`)
    if (listOnly === true || work.do === 'keep') {
      counts.kept += 1
      continue
    }
    const failure = await begin(clients, letter, work).catch((reason: unknown) => reason)
    if (failure instanceof Error) {
      counts.failed += 1
      say(`${letter.id}  failed and stays: ${failure.message}`)
      continue
    }
    await remove(clients.sqs, queueUrl, letter)
    counts[work.do === 'drop' ? 'dropped' : 'replayed'] += 1
  }
  if (!isFound)
    throw new Error(
      `There is no letter ${only ?? ''} that can be received now. A listed one can be received again after five minutes.`,
    )
  return counts
}

/** The name of the execution is the letter's, so that a replay whose removal was lost starts nothing twice. */
async function begin({ sfn, lambda }: Replay['clients'], { id }: Letter, work: Work): Promise<void> {
  if (work.do === 'start') {
    const { stateMachineArn, input } = work
    await sfn
      .send(new StartExecutionCommand({ stateMachineArn, input, name: `replay-${id}` }))
      .catch((error: unknown) => {
        if (!(error instanceof ExecutionAlreadyExists)) throw error
      })
  }
  if (work.do === 'invoke') {
    const { functionArn, payload } = work
    await lambda.send(
      new InvokeCommand({ FunctionName: functionArn, InvocationType: 'Event', Payload: Buffer.from(payload) }),
    )
  }
}

function describe(work: Work): string {
  if (work.do === 'start') return `starts the workflow with ${work.input}`
  if (work.do === 'invoke') return `invokes ${work.functionArn.split(':').at(-1) ?? ''}`
  return `${work.do === 'drop' ? 'is removed' : 'stays'}: ${work.why}`
}
