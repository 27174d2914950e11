// The guards on spending: the budget of a stage with its e-mails, and what their settings must be.
import { Aws } from 'aws-cdk-lib'
import { CfnBudget } from 'aws-cdk-lib/aws-budgets'
import type { Construct } from 'constructs'
import { journeysOf } from './canary/chosen.ts'
import { stageNamed } from './names.ts'
import type { Stage } from './stages.ts'

/** The e-mails: the costs so far are at 80 %, or AWS expects more than all for the whole month. */
const warnings = [
  { notificationType: 'ACTUAL', threshold: 80 },
  { notificationType: 'FORECASTED', threshold: 100 },
]

/** A budget without actions costs nothing. It counts what has the tag of the stage (docs/costs.md). */
export function createBudget(parent: Construct, { name, monthlyBudget, alarmEmail }: Stage) {
  if (monthlyBudget === undefined) return
  new CfnBudget(parent, 'Budget', {
    budget: {
      // All budgets of an account are global.
      budgetName: `${stageNamed(name)}-${Aws.REGION}`,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: monthlyBudget, unit: 'USD' },
      costFilters: { TagKeyValue: [`user:stage$${name}`] },
    },
    notificationsWithSubscribers: warnings.map((warning) => ({
      notification: { ...warning, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
      subscribers: [{ subscriptionType: 'EMAIL', address: alarmEmail }],
    })),
  })
}

const isCount = (value: number) => Number.isInteger(value) && value >= 1

/** Throws a sentence when a guard could not do its work. */
export function checkGuards(stage: Stage) {
  const { name, monthlyBudget, tableMaximum, assistant, canary, backup, fileVersionDays, throttle } = stage
  const { generation } = stage.plugin
  if (
    backup?.copyToVault !== undefined &&
    !/^arn:[\w-]+:backup:[\w-]+:\d{12}:backup-vault:[\w.-]+$/.test(backup.copyToVault)
  )
    throw new Error(`backup.copyToVault of ${name} must be the ARN of a vault, not '${backup.copyToVault}'.`)
  const counts: [string, number | undefined][] = [
    ['tableMaximum.read', tableMaximum?.read],
    ['tableMaximum.write', tableMaximum?.write],
    ['assistant.quota.requests', assistant.quota.requests],
    ['assistant.quota.hours', assistant.quota.hours],
    ['canary.everyMinutes', canary?.everyMinutes],
    ['backup.keepDays', backup?.keepDays],
    ['fileVersionDays', fileVersionDays],
    ['plugin.generation', generation],
  ]
  for (const [setting, value] of counts) {
    if (value !== undefined && !isCount(value))
      throw new Error(`${setting} of ${name} must be a whole number of at least 1, not ${value}.`)
  }
  if (monthlyBudget !== undefined && !(monthlyBudget > 0))
    throw new Error(`monthlyBudget of ${name} must be more than 0 USD, not ${monthlyBudget}.`)
  if (canary) journeysOf(stage)
  if (Object.keys(throttle.keys).length === 0)
    throw new Error(`${name} needs a class in throttle.keys: each API key has a usage plan.`)
}
