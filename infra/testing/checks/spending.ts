// The guards on spending, and the copies of AWS Backup: what the settings of the stage say, and nothing less.
import type { Template } from 'aws-cdk-lib/assertions'
import { tables } from '../../../server/repositories/tables.ts'
import { constructId, stageNamed } from '../../names.ts'
import type { Stage } from '../../stages.ts'
import { differences, like } from '../differences.ts'
import { deletionPolicy, deletionPolicyOf, propertiesOf } from './resources.ts'

export function spending(template: Template, stage: Stage): string[] {
  return [...budgetFaults(template, stage), ...backupFaults(template, stage)]
}

function budgetFaults(template: Template, { name, monthlyBudget, alarmEmail }: Stage): string[] {
  if (monthlyBudget === undefined) return []
  const warning = (NotificationType: string, Threshold: number) => ({
    Notification: { NotificationType, Threshold, ThresholdType: 'PERCENTAGE', ComparisonOperator: 'GREATER_THAN' },
    Subscribers: [{ SubscriptionType: 'EMAIL', Address: alarmEmail }],
  })
  return differences(
    propertiesOf(template, 'AWS::Budgets::Budget', 'Budget'),
    {
      Budget: {
        BudgetName: `${stageNamed(name)}-<AWS::Region>`,
        BudgetType: 'COST',
        TimeUnit: 'MONTHLY',
        BudgetLimit: { Amount: monthlyBudget, Unit: 'USD' },
        CostFilters: { TagKeyValue: [`user:stage$${name}`] },
      },
      NotificationsWithSubscribers: [warning('ACTUAL', 80), warning('FORECASTED', 100)],
    },
    'Budget',
  )
}

function backupFaults(template: Template, stage: Stage): string[] {
  if (!stage.backup) return []
  const { keepDays, copyToVault } = stage.backup
  const Lifecycle = { DeleteAfterDays: keepDays }
  const Resources = Object.keys(tables).map((table) => `<Tables${constructId(table)}.Arn>`)
  return [
    ...differences(propertiesOf(template, 'AWS::Backup::BackupPlan', 'BackupPlan'), {
      BackupPlan: {
        BackupPlanRule: [
          {
            RuleName: 'nightly',
            ScheduleExpression: like(/^cron\(/),
            TargetBackupVault: '<BackupVault.BackupVaultName>',
            Lifecycle,
            ...(copyToVault !== undefined && {
              CopyActions: [{ DestinationBackupVaultArn: copyToVault, Lifecycle }],
            }),
          },
        ],
      },
    }),
    ...differences(propertiesOf(template, 'AWS::Backup::BackupSelection', 'BackupPlanTables'), {
      BackupPlanId: '<BackupPlan.BackupPlanId>',
      BackupSelection: { IamRoleArn: '<BackupRole.Arn>', Resources },
    }),
    ...differences(
      deletionPolicyOf(template, 'AWS::Backup::BackupVault', 'BackupVault'),
      deletionPolicy(stage),
      'BackupVault DeletionPolicy',
    ),
  ]
}
