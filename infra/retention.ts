// How long a stage keeps what it stores: whether data outlive the stack, and for how many days logs are kept.
import { Aws, Fn, RemovalPolicy } from 'aws-cdk-lib'
import type { Stage } from './stages.ts'

/** What a failed first deployment has created goes with it. Otherwise the next one would find the names taken. */
export const removalPolicyOf = ({ keepData }: Stage) =>
  keepData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY

/** Whether the stack, its tables and its users are protected from deletion. */
export const isProtected = ({ keepData, firstDeployment = false }: Stage) => keepData && !firstDeployment

/**
 * The name of something that may outlive its stack, with the end of the stack's own id: the next stack of the stage
 * needs another name.
 */
export const nameInStack = (name: string) =>
  Fn.join('-', [name, Fn.select(4, Fn.split('-', Fn.select(2, Fn.split('/', Aws.STACK_ID))))])

/** The settings of every log group of a stage. */
export const logRetention = (stage: Stage) => ({
  retention: stage.logRetention,
  removalPolicy: removalPolicyOf(stage),
})
