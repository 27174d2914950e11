// The files in the buckets of a stage on LocalStack: the deployment command copies them, and the removal empties the buckets.
import { CloudFormationClient, DescribeStackResourcesCommand } from '@aws-sdk/client-cloudformation'
import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Copy } from './fit.ts'
import { copiesFile } from './synthesizer.ts'

/** The names of the stack's buckets, by their logical ids. */
async function bucketsOf(StackName: string): Promise<Map<string, string>> {
  const client = new CloudFormationClient()
  const { StackResources = [] } = await client.send(new DescribeStackResourcesCommand({ StackName }))
  client.destroy()
  const buckets = StackResources.filter(({ ResourceType }) => ResourceType === 'AWS::S3::Bucket')
  return new Map(
    buckets.map(({ LogicalResourceId = '', PhysicalResourceId = '' }) => [LogicalResourceId, PhysicalResourceId]),
  )
}

/** Copies what the left-out custom resources would have copied. */
export async function copyFiles(stackName: string, assembly: string, say: (line: string) => void) {
  const copies = JSON.parse(await readFile(join(assembly, copiesFile(stackName)), 'utf8')) as Copy[]
  const buckets = await bucketsOf(stackName)
  const s3 = new S3Client()
  for (const { asset, bucket, prefix } of copies) {
    const folder = join(assembly, `asset.${asset}`)
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    const Bucket = buckets.get(bucket) ?? ''
    for (const file of files) {
      const Key = [prefix, file.slice(folder.length + 1).replaceAll('\\', '/')].filter(Boolean).join('/')
      await s3.send(new PutObjectCommand({ Bucket, Key, Body: await readFile(file) }))
    }
    say(`copied: ${files.length} files to ${Bucket}/${prefix}`)
  }
  s3.destroy()
}

/** CloudFormation deletes no bucket that has files, and the custom resource that empties buckets does not run there. */
export async function emptyBuckets(stackName: string) {
  const buckets = await bucketsOf(stackName).catch(() => new Map<string, string>())
  const s3 = new S3Client()
  for (const Bucket of buckets.values()) {
    for (let more = true; more;) {
      const { Contents = [], IsTruncated = false } = await s3.send(new ListObjectsV2Command({ Bucket }))
      for (const { Key } of Contents) await s3.send(new DeleteObjectCommand({ Bucket, Key }))
      more = IsTruncated
    }
  }
  s3.destroy()
}
