// Executions of one state machine on Step Functions: starting an execution and describing it.
import type { DescribeExecutionOutput } from '@aws-sdk/client-sfn'
import { setTimeout } from 'node:timers/promises'
import type { AwsSettings } from '../aws/settings.ts'
import { bounded, createWithin, requestHandlers } from '../deadlines.ts'
import { unavailable } from '../failures.ts'
import { lazily } from './lazily.ts'

/** @param aws Read at the first use. */
export function createExecutions(stateMachineArn: string, aws: () => AwsSettings, milliseconds?: number) {
  const within = createWithin('Step Functions', milliseconds)
  const stepFunctions = lazily(async () => {
    const {
      SFNClient,
      StartExecutionCommand,
      DescribeExecutionCommand,
      ExecutionAlreadyExists,
      ExecutionDoesNotExist,
    } = await import('./step-functions-client.ts')
    const sfn = bounded(new SFNClient({ ...aws(), requestHandler: requestHandlers['Step Functions']() }), within)
    return { sfn, StartExecutionCommand, DescribeExecutionCommand, ExecutionAlreadyExists, ExecutionDoesNotExist }
  })
  const arnOf = (name: string) => `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`

  /** Starts an execution. Returns false when its name is taken. */
  const start = async (name: string, input: string): Promise<boolean> => {
    const { sfn, StartExecutionCommand, ExecutionAlreadyExists } = await stepFunctions()
    return sfn.send(new StartExecutionCommand({ stateMachineArn, name, input })).then(
      () => true,
      (error: unknown) => {
        if (error instanceof ExecutionAlreadyExists) return false
        throw error
      },
    )
  }

  const describe = async (name: string): Promise<DescribeExecutionOutput | undefined> => {
    const { sfn, DescribeExecutionCommand, ExecutionDoesNotExist } = await stepFunctions()
    const command = new DescribeExecutionCommand({ executionArn: arnOf(name) })
    return sfn.send(command).catch((error: unknown) => {
      if (error instanceof ExecutionDoesNotExist) return undefined
      throw error
    })
  }

  /** Describes an execution that exists. Step Functions may not describe an execution in its first moments. */
  const describeExisting = async (name: string): Promise<DescribeExecutionOutput> => {
    for (const pause of [100, 200, 400, 800]) {
      const execution = await describe(name)
      if (execution) return execution
      await within((signal) => setTimeout(pause, undefined, { signal }))
    }
    const execution = await describe(name)
    if (execution) return execution
    throw unavailable('Step Functions', new Error(`Execution ${name} exists, and cannot be described.`))
  }

  return { start, describe, describeExisting }
}
