// The customer workflow in the Amazon States Language. Infra deploys this definition, and the local cloud interprets it.
import { customerCreatedTrigger } from './customer-created.ts'

/** The placeholder of each task function's ARN in the definition. */
export const taskArns = {
  validateExists: '${ValidateExistsArn}',
  insertId: '${InsertIdArn}',
  logEvent: '${LogEventArn}',
} as const

export type TaskName = keyof typeof taskArns

// Jitter spreads the retries: executions often fail together, for one reason.
const Retry = [
  // Lambda's own errors: they pass, but may take some seconds.
  {
    ErrorEquals: [
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.ClientExecutionTimeoutException',
      'Lambda.TooManyRequestsException',
    ],
    IntervalSeconds: 1,
    MaxAttempts: 5,
    BackoffRate: 2,
    MaxDelaySeconds: 20,
    JitterStrategy: 'FULL',
  },
  // Errors of the task: most likely DynamoDB failed.
  {
    ErrorEquals: ['States.TaskFailed', 'States.Timeout'],
    IntervalSeconds: 1,
    MaxAttempts: 3,
    BackoffRate: 2,
    MaxDelaySeconds: 20,
    JitterStrategy: 'FULL',
  },
]

const Catch = [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Failed' }]

/** A task that sends the whole state to a function. */
const invoke = (task: TaskName) => ({
  Type: 'Task' as const,
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: taskArns[task], 'Payload.$': '$' },
  TimeoutSeconds: 15,
  Retry,
  Catch,
})

export const definition = {
  Comment: 'Makes sure that a customer exists.',
  StartAt: 'ValidateExists',
  TimeoutSeconds: 600,
  States: {
    ValidateExists: {
      ...invoke('validateExists'),
      ResultSelector: { 'exists.$': '$.Payload.exists' },
      ResultPath: '$.customer',
      Next: 'Choice',
    },
    Choice: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.customer.exists', BooleanEquals: true, Next: 'LogEvent' },
        {
          Comment: 'Announced, and gone by now: a late event must not bring a deleted customer back.',
          And: [
            { Variable: '$.trigger', IsPresent: true },
            { Variable: '$.trigger', StringEquals: customerCreatedTrigger },
          ],
          Next: 'LogEvent',
        },
      ],
      Default: 'InsertId',
    },
    LogEvent: { ...invoke('logEvent'), OutputPath: '$.Payload', End: true },
    InsertId: { ...invoke('insertId'), OutputPath: '$.Payload', End: true },
    Failed: { Type: 'Fail', ErrorPath: '$.error.Error', CausePath: '$.error.Cause' },
  },
} as const
