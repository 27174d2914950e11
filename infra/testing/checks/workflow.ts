// The state machine, the pipe and the rules: as server/workflow defines them, connected to the right resources.
import { Match, type Template } from 'aws-cdk-lib/assertions'
import { definition, taskArns } from '../../../server/workflow/definition.ts'
import { pipe, rule, schedule, stream } from '../../../server/workflow/customer-created.ts'
import { stageNamed } from '../../names.ts'
import type { Stage } from '../../stages.ts'
import { differences } from '../differences.ts'
import { propertiesOf, resourcesOf } from './resources.ts'

export function stateMachine(template: Template, stage: Stage): string[] {
  const properties = propertiesOf(template, 'AWS::StepFunctions::StateMachine', 'WorkflowCustomerWorkflow')
  const { DefinitionString: text, DefinitionSubstitutions: substitutions } = properties as {
    DefinitionString?: string
    DefinitionSubstitutions?: Record<string, string>
  }
  const asked = [...(text ?? '').matchAll(/\$\{(\w+)\}/g)].map(([, name = '']) => name)
  return [
    ...differences(properties, {
      StateMachineType: 'STANDARD',
      StateMachineName: `${stageNamed(stage.name)}-customers`,
      TracingConfiguration: { Enabled: true },
      LoggingConfiguration: {
        Level: 'ALL',
        IncludeExecutionData: stage.logExecutionData,
        Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: '<WorkflowLogs.Arn>' } }],
      },
      RoleArn: '<WorkflowCustomerWorkflowRole.Arn>',
      DefinitionSubstitutions: {
        [nameIn(taskArns.validateExists)]: '<WorkflowValidateExistsFunction.Arn>',
        [nameIn(taskArns.insertId)]: '<WorkflowInsertIdFunction.Arn>',
        [nameIn(taskArns.logEvent)]: '<WorkflowLogEventFunction.Arn>',
      },
    }),
    ...differences([...new Set(asked)].sort(), Object.keys(substitutions ?? {}).sort(), 'substitutions'),
    ...definitionFaults(text ?? ''),
  ]
}

const nameIn = (placeholder: string) => placeholder.slice(2, -1)

/** A test of server/workflow shows that its definition is valid. Here it must be the same one. */
function definitionFaults(text: string): string[] {
  try {
    const same = JSON.stringify(JSON.parse(text)) === JSON.stringify(definition)
    return same ? [] : ["the definition is not server/workflow's"]
  } catch (error) {
    return [`the definition is not JSON: ${String(error)}`]
  }
}

export function eventBridge(template: Template, stage: Stage): string[] {
  return [
    ...differences(propertiesOf(template, 'AWS::Events::EventBus', 'EventsBus'), { Name: stageNamed(stage.name) }),
    ...pipeFaults(template),
    ...pipeOrderFaults(template),
    ...ruleFaults(template),
  ]
}

/** A pipe that is created before its stream and its role can be read does not stabilize. */
function pipeOrderFaults(template: Template): string[] {
  const { DependsOn = [] } = resourcesOf(template, 'AWS::Pipes::Pipe').get('EventsCustomerCreatedPipe') ?? {}
  const waitsFor = (start: string) => DependsOn.some((id) => id.startsWith(start))
  return ['EventsPipeRoleDefaultPolicy', 'DocsDistribution']
    .filter((start) => !waitsFor(start))
    .map((start) => `the pipe does not wait for ${start}`)
}

function pipeFaults(template: Template): string[] {
  const properties = propertiesOf(template, 'AWS::Pipes::Pipe', 'EventsCustomerCreatedPipe')
  const expected = {
    RoleArn: '<EventsPipeRole.Arn>',
    Source: '<TablesCustomers.StreamArn>',
    SourceParameters: {
      FilterCriteria: { Filters: [{ Pattern: JSON.stringify(pipe.filter) }] },
      DynamoDBStreamParameters: {
        StartingPosition: stream.startingPosition,
        DeadLetterConfig: { Arn: '<EventsDeadLetters.Arn>' },
        MaximumRecordAgeInSeconds: 43_200,
      },
    },
    Target: '<EventsBus.Arn>',
    TargetParameters: {
      InputTemplate: pipe.target.inputTemplate,
      EventBridgeEventBusParameters: { Source: pipe.target.source, DetailType: pipe.target.detailType },
    },
    LogConfiguration: {
      Level: 'ERROR',
      CloudwatchLogsLogDestination: { LogGroupArn: '<EventsPipeLogs.Arn>' },
      // The records hold the ids of customers.
      IncludeExecutionData: Match.absent(),
    },
  }
  return [
    ...differences(properties, expected, 'pipe'),
    ...differences(properties.DesiredState ?? 'RUNNING', 'RUNNING', 'pipe state'),
  ]
}

function ruleFaults(template: Template): string[] {
  const target = (more: object) => [
    {
      Arn: '<WorkflowCustomerWorkflow>',
      RoleArn: '<WorkflowCustomerWorkflowEventsRole.Arn>',
      DeadLetterConfig: { Arn: '<EventsDeadLetters.Arn>' },
      ...more,
    },
  ]
  const created = {
    State: 'ENABLED',
    EventBusName: '<EventsBus>',
    EventPattern: rule.pattern,
    Targets: target({
      InputTransformer: { InputPathsMap: rule.inputPaths, InputTemplate: rule.inputTemplate },
      RetryPolicy: { MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 86_400 },
    }),
  }
  const scheduled = {
    State: 'ENABLED',
    ScheduleExpression: schedule.expression,
    Targets: target({
      Input: JSON.stringify(schedule.input),
      RetryPolicy: { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 300 },
    }),
  }
  const ruleNamed = (name: string) => propertiesOf(template, 'AWS::Events::Rule', name)
  return [
    ...differences(ruleNamed('EventsCreatedRule'), created, 'CreatedRule'),
    ...differences(ruleNamed('EventsScheduleRule'), scheduled, 'ScheduleRule'),
  ]
}
