// Records every command that the production code sends to AWS, and the principal that sent it.
import { S3Client } from '@aws-sdk/client-s3'
import { AsyncLocalStorage } from 'node:async_hooks'
import { tables, type TableDefinition } from '../../server/repositories/tables.ts'

export type Use = { principal: string; action: string; resource: string }

type Input = Partial<
  Record<'TableName' | 'IndexName' | 'Bucket' | 'Key' | 'modelId' | 'stateMachineArn' | 'executionArn', string>
>
type Next = (args: { input: Input }) => Promise<unknown>
type Stack = { add: (middleware: (next: Next, context: { commandName?: string }) => Next, options: object) => void }
type AnyClient = { middlewareStack: Stack }
// Safe cast: every client of the SDK extends the class whose `send` runs the middleware.
const clients = (
  Object.getPrototypeOf(S3Client) as { prototype: { send: (this: AnyClient, ...args: unknown[]) => unknown } }
).prototype

const principals = new AsyncLocalStorage<string>()

/** Runs the code of a principal. Commands from elsewhere come from the emulators and are not recorded. */
export const asPrincipal = <T>(principal: string, run: () => T): T => principals.run(principal, run)

export function startRecorder() {
  const uses: Use[] = []
  const { send } = clients
  const record =
    (next: Next, { commandName = '' }: { commandName?: string }): Next =>
    (args) => {
      const principal = principals.getStore()
      if (principal !== undefined) uses.push({ principal, ...useOf(commandName.replace(/Command$/, ''), args.input) })
      return next(args)
    }
  clients.send = function (...args) {
    this.middlewareStack.add(record, { step: 'initialize', name: 'recorder', override: true })
    return send.apply(this, args)
  }
  return {
    uses,
    /** A presigned URL is used with the permissions of its signer. */
    recordUrl: (principal: string, action: string, url: string) => {
      const [bucket = '', ...key] = new URL(url).pathname.slice(1).split('/')
      uses.push({ principal, action, resource: objectArn(bucket, decodeURIComponent(key.join('/'))) })
    },
    stop: () => (clients.send = send),
  }
}

/** The action that AWS checks for a command, and the resource. */
function useOf(command: string, input: Input): Omit<Use, 'principal'> {
  const { TableName = '', IndexName, Bucket = '', Key = '', modelId = '' } = input
  const item = (action: string) => ({ action: `dynamodb:${action}`, resource: tableArn(TableName, IndexName) })
  const object = (action: string) => ({ action: `s3:${action}`, resource: objectArn(Bucket, Key) })
  const ofCommand: Record<string, () => Omit<Use, 'principal'>> = {
    Get: () => item('GetItem'),
    GetItem: () => item('GetItem'),
    Put: () => item('PutItem'),
    PutItem: () => item('PutItem'),
    Update: () => item('UpdateItem'),
    UpdateItem: () => item('UpdateItem'),
    Delete: () => item('DeleteItem'),
    DeleteItem: () => item('DeleteItem'),
    Query: () => item('Query'),
    GetObject: () => object('GetObject'),
    HeadObject: () => object('GetObject'),
    DeleteObject: () => object('DeleteObject'),
    PutObject: () => object('PutObject'),
    ListObjectsV2: () => ({ action: 's3:ListBucket', resource: bucketArn(Bucket) }),
    Converse: () => ({ action: 'bedrock:InvokeModel', resource: modelId }),
    ConverseStream: () => ({ action: 'bedrock:InvokeModelWithResponseStream', resource: modelId }),
    StartExecution: () => ({ action: 'states:StartExecution', resource: '<WorkflowCustomerWorkflow>' }),
    DescribeExecution: () => ({ action: 'states:DescribeExecution', resource: 'execution' }),
  }
  return ofCommand[command]?.() ?? { action: `${command}, of which nobody knows the action`, resource: '' }
}

function tableArn(name: string, index: string | undefined): string {
  const found = Object.entries<TableDefinition>(tables).find(
    ([, table]) => process.env[table.environmentVariable] === name,
  )
  const table = found?.[0].replace(/^./, (first) => first.toUpperCase()) ?? `of nobody: ${name}`
  return `<Tables${table}.Arn>${index === undefined ? '' : `/index/${index}`}`
}

function bucketArn(bucket: string): string {
  if (bucket === process.env.UPLOAD_BUCKET_NAME) return '<CaseFiles.Arn>'
  return bucket === process.env.SAMPLE_DATA_BUCKET_NAME ? '<SampleDataObjects.Arn>' : `of nobody: ${bucket}`
}

const objectArn = (bucket: string, key: string) => `${bucketArn(bucket)}/${key}`
