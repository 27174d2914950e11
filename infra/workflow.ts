// Step Functions: the customer workflow of server/workflow, and its tasks.
import type { Function } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { title } from '../generated/names.ts'
import { definition, taskArns, type TaskName } from '../server/workflow/definition.ts'
import { acknowledge } from './acknowledge.ts'
import { constructId, stageNamed } from './names.ts'
import { createFunction } from './function.ts'
import { allow, onTables } from './permissions.ts'
import { logRetention, nameInStack } from './retention.ts'
import type { Stage } from './stages.ts'
import { tableEnvironment, type Tables } from './tables.ts'

export type Workflow = ReturnType<typeof createWorkflow>

export function createWorkflow(parent: Construct, stage: Stage, bundle: string, { customers }: Tables) {
  const scope = new Construct(parent, 'Workflow')
  const task = (handler: TaskName, description: string) =>
    createFunction(scope, constructId(handler), {
      stage,
      description: `${title} workflow (${stage.name}): ${description}`,
      bundle,
      handler,
      size: stage.task,
      environment: tableEnvironment({ customers }),
      permissions: onTables({ customers }, handler),
    })
  const tasks: Record<TaskName, Function> = {
    validateExists: task('validateExists', 'looks for the customer'),
    insertId: task('insertId', 'inserts the customer'),
    logEvent: task('logEvent', 'logs the outcome'),
  }

  const name = `${stageNamed(stage.name)}-customers`
  const logs = new LogGroup(scope, 'Logs', {
    // Log groups of this prefix share one resource policy, which has a size limit.
    logGroupName: nameInStack(`/aws/vendedlogs/states/${name}`),
    ...logRetention(stage),
  })
  const stateMachine = new StateMachine(scope, 'CustomerWorkflow', {
    // The ARNs of executions contain this name.
    stateMachineName: name,
    stateMachineType: StateMachineType.STANDARD,
    definitionBody: DefinitionBody.fromString(JSON.stringify(definition)),
    definitionSubstitutions: Object.fromEntries(
      Object.entries(tasks).map(([task, { functionArn }]) => [placeholder(taskArns[task as TaskName]), functionArn]),
    ),
    logs: {
      destination: logs,
      level: LogLevel.ALL,
      // The data hold the ids of customers.
      includeExecutionData: stage.logExecutionData,
    },
    tracingEnabled: true,
  })
  stateMachine.addToRolePolicy(
    allow(['lambda:InvokeFunction'], ...Object.values(tasks).map(({ functionArn }) => functionArn)),
  )
  acknowledge(stateMachine, {
    'AwsSolutions-IAM5[Resource::*]':
      'Log delivery and X-Ray have no resources: their actions can only be allowed on *.',
  })
  return { stateMachine, tasks, logs }
}

const placeholder = (text: string) => text.slice('${'.length, -'}'.length)
