// AWS Backup: copies of the tables each night, which outlive the 35 days of the continuous backup and a deleted table.
import { Duration } from 'aws-cdk-lib'
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup'
import { Schedule } from 'aws-cdk-lib/aws-events'
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { stageNamed } from './names.ts'
import { nameInStack, removalPolicyOf } from './retention.ts'
import type { Stage } from './stages.ts'
import type { Tables } from './tables.ts'

/** When few people work: the copies read no capacity of the tables. */
const everyNight = Schedule.cron({ hour: '3', minute: '0' })

const policy = 'service-role/AWSBackupServiceRolePolicyForBackup'

export function createBackups(parent: Construct, stage: Stage, tables: Tables) {
  if (!stage.backup) return
  const scope = new Construct(parent, 'Backup')
  const vault = new BackupVault(scope, 'Vault', {
    backupVaultName: nameInStack(stageNamed(stage.name)),
    removalPolicy: removalPolicyOf(stage),
  })
  const { keepDays, copyToVault } = stage.backup
  const deleteAfter = Duration.days(keepDays)
  const elsewhere =
    copyToVault === undefined ? undefined : BackupVault.fromBackupVaultArn(scope, 'Elsewhere', copyToVault)
  const plan = new BackupPlan(scope, 'Plan', {
    backupVault: vault,
    backupPlanRules: [
      new BackupPlanRule({
        ruleName: 'nightly',
        scheduleExpression: everyNight,
        deleteAfter,
        ...(elsewhere && { copyActions: [{ destinationBackupVault: elsewhere, deleteAfter }] }),
      }),
    ],
  })
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('backup.amazonaws.com'),
    managedPolicies: [ManagedPolicy.fromAwsManagedPolicyName(policy)],
  })
  acknowledge(role, {
    [`AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/${policy}]`]:
      "What AWS Backup needs for a copy is AWS Backup's to say. The role can make copies, and restore none.",
  })
  plan.addSelection('Tables', {
    role,
    resources: Object.values(tables).map(({ tableArn }) => BackupResource.fromArn(tableArn)),
  })
}
