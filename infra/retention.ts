// How long a stage keeps what it stores: whether data outlive the stack, and for how many days logs are kept.
import { RemovalPolicy } from 'aws-cdk-lib'
import type { Stage } from './stages.ts'

export const removalPolicyOf = ({ keepData }: Stage) => (keepData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)

/** The settings of every log group of a stage. */
export const logRetention = (stage: Stage) => ({
  retention: stage.logRetention,
  removalPolicy: removalPolicyOf(stage),
})
