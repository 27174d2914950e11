// The sample data: a bucket with the project's files, and on some stages the items of the seeded tables.
import { createHash } from 'node:crypto'
import { CustomResource } from 'aws-cdk-lib'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Construct } from 'constructs'
import { fileURLToPath } from 'node:url'
import { identifier, title } from '../generated/names.ts'
import { seeds } from '../server/sample-data/seeds.ts'
import { deployFiles } from './asset-deployment.ts'
import { createSiteBucket } from './buckets.ts'
import { createFunction } from './function.ts'
import { constructId } from './names.ts'
import { onTables } from './permissions.ts'
import type { Stage } from './stages.ts'
import type { TableName, Tables } from './tables.ts'

const folder = fileURLToPath(new URL('../server/sample-data', import.meta.url))

export function createSampleData(parent: Construct, stage: Stage, accessLogs: IBucket): IBucket {
  const scope = new Construct(parent, 'SampleData')
  const bucket = createSiteBucket(scope, 'Objects', stage, accessLogs)
  deployFiles(scope, 'Files', stage, {
    sources: [Source.asset(folder, { exclude: ['*', '!*.json'] })],
    destinationBucket: bucket,
  })
  return bucket
}

/** Fills each table that has a seed, once for each version of the seed's content. Existing items stay. */
export function fillTables(parent: Construct, stage: Stage, bundle: string, tables: Tables) {
  for (const [name, { content }] of Object.entries(seeds)) {
    // Safe cast: the seeds are named after tables.
    const table = tables[name as TableName]
    const scope = new Construct(parent, `Sample${constructId(name)}`)
    const filler = createFunction(scope, 'Filler', {
      stage,
      description: `${title} (${stage.name}): fills the ${name} table from the sample data`,
      bundle,
      handler: 'handler',
      size: { memoryMb: 256, timeoutSeconds: 60 },
      environment: {},
      permissions: onTables({ [name]: table }, 'seed'),
    })
    // Deployed stacks have this id and this type. CloudFormation refuses another type.
    new CustomResource(scope, 'Catalogue', {
      resourceType: `Custom::${identifier}Catalogue`,
      serviceToken: filler.functionArn,
      properties: {
        Table: name,
        TableName: table.tableName,
        Shards: String(stage.listShards),
        Version: createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16),
      },
    })
  }
}
