// The examples of this project that reach beyond their own files: the files that go with them, and the names in others.

type Example = {
  /** It goes when all of these go. They use each other's data, so they go together. */
  resources: string[]
  /** Globs of the files that go with it. */
  files: string[]
  /** What pages say of these files goes too. */
  named: RegExp
  /** Files, as a glob → the words whose members, statements and tests go. */
  words: Record<string, RegExp>
  /** Files → the lines of their texts that go. */
  lines?: Record<string, RegExp>
}

const workflow: Example = {
  resources: ['customers', 'workflow'],
  files: [
    'server/workflow/*',
    'server/{deadlines,repositories/grants}.test.ts',
    'infra/grants.test.ts',
    'server/services/{workflow,executions,step-functions}*.ts',
    'infra/{workflow,eventbridge}.ts',
    'infra/testing/checks/workflow.ts',
    'local-cloud/workflow*.ts',
    'local-cloud/pages/{browser,data}/executions.ts',
    'local-cloud/{durability,emulator-guard}.long.test.ts',
    'local-cloud/{durability,full-disk}.test.ts',
    'testing/{rounds,write-load,ledger-check}.ts',
    'testing/pictures/workflow.ts',
    'docs/pictures/workflow.svg',
    'infra/replay/replay.test.ts',
    'codegen/client-sdk/combined-methods.test.ts',
    'codegen/server/event-schemas.test.ts',
    'spec/customer-created.yaml',
    'spec/guides/customer-created.md',
    'docs/workflow.md',
    'docs/decisions/events-from-the-stream.md',
  ],
  named:
    /\b(server\/workflow|(infra|local-cloud)\/(workflow|eventbridge)|services\/(workflow|executions)|server\/deadlines\.test|infra\/grants\.test|testing\/(rounds|write-load)|workflow\.md|events-from-the-stream|customer-created|LOCAL_(SCHEDULE|PIPE_WINDOW)_SECONDS)/,
  lines: { 'local-cloud/main.ts': /^ +LOCAL_(SCHEDULE|PIPE_WINDOW)_SECONDS .*\n/gm },
  words: {
    'server/dependencies.ts': /^createWorkflow$/,
    'server/task-dependencies.ts': /^(TaskDependencies|createTaskDependencies|createCustomers)$/,
    'server/repositories/tables.ts': /^(TaskName|.*workflow\/definition\.ts)$/,
    'codegen/client-sdk/errors.test.ts': /executionId/,
    'server/http/logged-path.test.ts': /ustomers/,
    'server/deadlines.ts': /^Step Functions$/,
    'infra/bundle.test.ts': /^Workflow(ValidateExists|InsertId)Function$/,
    'infra/deployed.test.ts': /workflow\/tasks\.ts$/,
    'infra/lambda-bundle.test.ts': /^step-functions$/,
    'infra/stack.ts':
      /^(createWorkflow|createEventBridge|EventBridge|eventBridge|workflow|[sS]tateMachine(Arn)?|\.\/(workflow|eventbridge)\.ts)$/,
    'infra/alarms.ts': /^(workflow|eventBridge)$/,
    'infra/restore/restore.test.ts': /^EventsCustomerCreatedPipe$/,
    'infra/replay/letters.ts': /^Scheduled Event$|:stateMachine:/,
    'infra/saved-queries.ts': /^(workflow|pipe|executions|pipeFailures)$/,
    'infra/watches.ts':
      /^(workflow|Workflow|(task|workflow|pipe)Watches|lostRecords|eventBridge|EventBridge|\.\/(workflow|eventbridge)\.ts)$/,
    'infra/dashboard.ts': /^(workflow|stateMachine|tasks|errors|started|executions)$/,
    'infra/bundle.ts': /^workflow$/,
    'infra/api-function.ts': /^(stateMachine|StateMachine|STATE_MACHINE_ARN|executionArns)$|WorkflowCustomerWorkflow/,
    'infra/tables.ts': /^(customers|stream|StreamViewType|.*customer-created\.ts)$/,
    'infra/stages.ts': /^logExecutionData$/,
    'infra/testing/every-setting.ts': /^logExecutionData$/,
    'infra/testing/template.ts': /^workflow$/,
    'infra/testing/checks/index.ts': /^(stateMachine|eventBridge|\.\/workflow\.ts)$/,
    'infra/testing/checks/dashboard.ts': /^AWS\/States$/,
    'infra/testing/checks/data.ts': /^(stream|StreamSpecification|.*customer-created\.ts)$/,
    'infra/testing/checks/functions.ts':
      /^(taskOf|taskVariables|createTaskDependencies|STATE_MACHINE_ARN|Workflow\w+)$/,
    'infra/testing/checks/alarms.ts':
      /^(workflow|(ValidateExists|InsertId|LogEvent)Errors|Executions(Failed|TimedOut)|PipeFailures|AWS\/States)$/,
    'infra/testing/checks/outputs.ts': /^(StateMachineArn|ScheduleRuleName|CreatedRuleName|EventBusName)$/,
    'infra/testing/checks/permissions.ts': /^(EventsPipeRole|Workflow\w+)$/,
    'infra/testing/checks/delivery.ts': /^Events(Created|Schedule)Rule$/,
    'infra/testing/grants.ts': /^(Workflow\w+|EventsPipeRole|states:\w+)$/,
    'infra/testing/known-settings.ts': /^AWS::(StepFunctions::StateMachine|Pipes::Pipe|Events::EventBus)$/,
    'infra/testing/{,*-}mistakes.ts':
      /Workflow|EventsPipe|EventsCustomer|EventsBus|EventsCreated|EventsSchedule|TablesCustomers|CUSTOMERS_TABLE|\/customers/,
    'local-cloud/cloud.ts': /^(workflow|executions|workflowTiming)$/,
    'local-cloud/start-emulators.ts':
      /^(startWorkflow|workflow|workflowOptions|toldTo|reportFailure|StatesMetric|AWSStepFunctions)$/,
    'local-cloud/environment.ts':
      /^(stateMachineArn|stepFunctions|AWS_ENDPOINT_URL_SFN|STATE_MACHINE_ARN|workflowTiming)$/,
    'local-cloud/mock/front.ts': /^stepFunctions$/,
    'local-cloud/observation.ts': /^(onExecution|executions)$/,
    'local-cloud/pages/data.test.ts': /^executions$/,
    'local-cloud/pages/site.ts': /^(executions|executionRow|shownExecutions|Execution|last)$/,
    'local-cloud/pages/start-page.ts': /^(executions|workflow|ExecutionRow|#executions)$/,
    'local-cloud/pages/addresses.ts': /^stepFunctions$/,
    'local-cloud/pages/data/index.ts': /^(executions|executionRow|shownExecutions|Execution)$/,
    'local-cloud/pages/data/answers.ts': /^(executions|ExecutionRow)$/,
    'local-cloud/pages/browser/index.ts': /^(executions|showExecutions)$/,
    'local-cloud/watch/watched.ts': /workflow\/tasks\.ts$/,
    'testing/front-door.ts':
      /^(createTaskDependencies|createTasks|Tasks|WorkflowChanges|RunOptions|workflow|tasks|functions|bus|executions|events|replaceTasks|timing|untilStopped|patience)$/,
    'testing/emulators.ts': /^(startWorkflow|workflow|StatesMetric|metrics|Step Functions)$/,
    'testing/lossy-door.ts': /^(quiet|insertId)$/,
    'testing/metered-door.ts': /^(quiet|insertId)$/,
    'testing/gates.ts': /^Step Functions$/,
  },
}

const sampleData: Example = {
  resources: ['sample-data'],
  files: ['server/operations/sample-data.ts', 'server/sample-data/{users,orders}.json'],
  named: /\bserver\/operations\/sample-data\b|\b(users|orders)\.json\b/,
  words: {
    'server/metrics.test.ts': /^(users|VersionErrors|NoSuchBucket)$/,
    'server/operations/index.ts': /^(sampleDataOperations|\.\/sample-data\.ts)$/,
    'infra/{api,stream}-function.ts': /^sampleObjects$/,
    'local-cloud/pages/data.test.ts': /users\.json/,
    'infra/testing/grants.ts': /SampleDataObjects/,
  },
}

/** The bucket of uploads stays, and the guard of its size: another resource may take them. */
const uploads: Example = {
  resources: ['cases'],
  files: [
    'server/services/file-name{,.test}.ts',
    'client-sdk/examples/{node.ts,case-list.tsx}',
    'client-sdk/testing/{browser,example}-tests.ts',
    // Their answers are those of one resource with uploads.
    'client-sdk/package.test.ts',
    'client-sdk/src/{answers,hostile,observe}.test.ts',
    'client-sdk/runtimes/matrix.test.ts',
  ],
  named: /\bserver\/services\/file-name\b/,
  // The page of the example signs people in. That stays.
  lines: {
    'client-sdk/examples/browser/main.ts': /^\/\/ A signed-in person .*\n|\n\/\/ The upload, for a person [^]*/gm,
    'client-sdk/examples/browser/index.html': /^ {2}<form [^]*<\/ul>\n/gm,
  },
  words: {
    'client-sdk/browser-auth.long.test.ts': /^(upload|form button:not\(\[type\]\)|\[name=file\])$/,
    'client-sdk/src/texts.test.ts': /^ListCasesQuery/,
    'client-sdk/src/zod.test.ts': /\bCaseStatus\b/,
    'codegen/client-sdk/zod/zod.test.ts': /^ListCasesQuery$/,
    'codegen/docs/code-samples.test.ts': /^(updateCase|listCases|getCaseUploadUrl)$/,
    'codegen/server/mcp-tools.test.ts': /^listCaseFiles$/,
  },
}

export const examples: Example[] = [workflow, sampleData, uploads]

/** The examples whose resources all go. */
export const examplesOf = (names: string[]): Example[] =>
  examples.filter(({ resources }) => resources.every((name) => names.includes(name)))
