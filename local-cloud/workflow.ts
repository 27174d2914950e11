// The event-driven half of the local cloud: table → stream → pipe → bus → rule → state machine, and the schedule.
import { join } from 'node:path'
import { detailType } from '../generated/events/customer-created.ts'
import customerCreatedSchema from '../generated/events/customer-created.schema.json' with { type: 'json' }
import { name } from '../generated/names.ts'
import { tables } from '../server/repositories/tables.ts'
import { definition, taskArns, type TaskName } from '../server/workflow/definition.ts'
import { pipe, rule, schedule } from '../server/workflow/customer-created.ts'
import { tableNames } from './emulators/dynamodb/index.ts'
import { account, region, stateMachineArn } from './environment.ts'
import { createBus } from './emulators/eventbridge/bus.ts'
import { startPipe } from './emulators/eventbridge/pipe.ts'
import { secondsOf, startSchedule } from './emulators/eventbridge/schedule.ts'
import type { Operate } from './emulators/dynamodb/operate.ts'
import { openStream } from './emulators/dynamodb/stream.ts'
import { startStreamedTable } from './emulators/dynamodb/streamed-table.ts'
import { startStepFunctions, type StatesMetric } from './emulators/step-functions/index.ts'
import type { Functions } from './emulators/step-functions/interpreter.ts'

type WorkflowOptions = {
  /** Where the journals are kept. */
  directory: string
  /** The DynamoDB that has the tables. */
  dynamodb: { url: string; operate?: Operate | undefined }
  onMetric: (metric: StatesMetric) => void
}

export type RunOptions = {
  functions: Record<TaskName, (event: never) => Promise<unknown>>
  /** Seconds between starts by the schedule; 0 turns it off. The default is the deployed schedule. */
  scheduleSeconds?: number | undefined
  /** Seconds for which the pipe gathers records. */
  pipeWindowSeconds?: number | undefined
  /** Milliseconds between a task's retries. The default is that of the definition. */
  retryInterval?: number | undefined
}

/** Starts everything that has an address. Events flow from `run` on, because the functions need these addresses. */
export async function startWorkflow({ directory, dynamodb, onMetric }: WorkflowOptions) {
  const stepFunctions = await startStepFunctions({
    stateMachineArn,
    file: join(directory, 'step-functions', 'executions.jsonl'),
    onMetric,
  })
  const { environmentVariable, partitionKey } = tables.customers
  const stream = openStream({ file: join(directory, 'events', 'customers-stream.jsonl'), region })
  const table = await startStreamedTable({
    upstream: dynamodb.url,
    operate: dynamodb.operate,
    region,
    tableName: tableNames[environmentVariable] ?? '',
    partitionKey,
    stream,
  })
  const bus = createBus({
    account,
    region,
    rules: [{ pattern: rule.pattern, transformer: rule, target: stepFunctions.start }],
    schemas: { [detailType]: customerCreatedSchema },
  })
  const running: { close: () => void }[] = []

  return {
    /** That of DynamoDB has a stream behind the customers table. */
    addresses: { dynamodb: table.url, stepFunctions: stepFunctions.url },
    /** DynamoDB with the stream, also for callers of this process. */
    dynamodb: { url: table.url, operate: table.operate },
    bus,
    prepare: stepFunctions.prepare,
    executions: stepFunctions.executions,
    forgetExecutions: stepFunctions.forgetExecutions,
    /** Answers what another server of this process has received for DynamoDB. */
    answerDynamoDB: table.listener,
    run: ({ functions, scheduleSeconds, pipeWindowSeconds = 0, retryInterval }: RunOptions) => {
      stepFunctions.deploy({ ...deployed(functions), retryInterval })
      running.push(
        startPipe({ stream, pipe, put: bus.put, windowSeconds: pipeWindowSeconds }),
        startSchedule({
          seconds: scheduleSeconds ?? secondsOf(schedule.expression),
          target: () => stepFunctions.start(schedule.input),
        }),
      )
    },
    close: async () => {
      for (const service of running) service.close()
      // Executions use the table.
      await stepFunctions.close()
      await table.close()
      stream.close()
    },
  }
}

/** Replaces the placeholders by ARNs, as a deployment does. */
function deployed(functions: RunOptions['functions']) {
  const tasks = Object.entries(functions).map(([task, handler]) => {
    const placeholder: string = taskArns[task as TaskName]
    return { placeholder, handler, arn: `arn:aws:lambda:${region}:${account}:function:${name}-${task}` }
  })
  const text = tasks.reduce(
    (filled, { placeholder, arn }) => filled.replaceAll(placeholder, arn),
    JSON.stringify(definition),
  )
  const byArn: Functions = Object.fromEntries(tasks.map(({ arn, handler }) => [arn, handler]))
  return { definition: JSON.parse(text) as object, functions: byArn }
}
