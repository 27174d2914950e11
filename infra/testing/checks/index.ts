// All checks of a stage's template, by their names.
import type { Template } from 'aws-cdk-lib/assertions'
import type { Stage } from '../../stages.ts'
import { alarms } from './alarms.ts'
import { alarmTopic } from './alarm-topic.ts'
import { census, replacements, settings, tags } from './census.ts'
import { dashboard } from './dashboard.ts'
import { buckets, tables } from './data.ts'
import { delivery } from './delivery.ts'
import { docsSite } from './docs-site.ts'
import { firewall } from './firewall.ts'
import { environment, functions, logGroups } from './functions.ts'
import { gatewayBody, gatewayStage } from './gateway.ts'
import { identity } from './identity.ts'
import { outputs, references } from './outputs.ts'
import { permissions } from './permissions.ts'
import { customResources, globalNames, repeatable } from './repeatable.ts'
import { scheduled } from './scheduled.ts'
import { secrets } from './secrets.ts'
import { spending } from './spending.ts'
import { tracing } from './tracing.ts'
import { eventBridge, stateMachine } from './workflow.ts'

/** Takes a plain template, and returns its faults. */
type Check = (template: Template, stage: Stage) => string[]

export const checks: Record<string, Check> = {
  gatewayBody,
  gatewayStage,
  firewall,
  functions,
  environment,
  logGroups,
  permissions,
  tables,
  buckets,
  identity,
  stateMachine,
  eventBridge,
  delivery,
  scheduled,
  spending,
  alarms,
  alarmTopic,
  dashboard,
  tracing,
  docsSite,
  outputs,
  references,
  repeatable,
  customResources,
  globalNames,
  census,
  settings,
  tags,
  replacements,
  secrets,
}
