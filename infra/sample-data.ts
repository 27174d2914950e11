// The sample data: a bucket with the project's files, and on some stages the catalogue in the products table.
import { createHash } from 'node:crypto'
import { CustomResource } from 'aws-cdk-lib'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Construct } from 'constructs'
import { fileURLToPath } from 'node:url'
import { identifier, title } from '../generated/names.ts'
import catalogue from '../server/sample-data/products.json' with { type: 'json' }
import { deployFiles } from './asset-deployment.ts'
import { createSiteBucket } from './buckets.ts'
import { createFunction } from './function.ts'
import { onTables } from './permissions.ts'
import type { Stage } from './stages.ts'

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

/** Puts the catalogue's products into the table, once for each version of the catalogue. Existing products stay. */
export function fillProducts(parent: Construct, stage: Stage, bundle: string, products: Table) {
  const scope = new Construct(parent, 'SampleProducts')
  const filler = createFunction(scope, 'Filler', {
    stage,
    description: `${title} (${stage.name}): fills the products table from the sample data`,
    bundle,
    handler: 'handler',
    size: { memoryMb: 256, timeoutSeconds: 60 },
    environment: {},
    permissions: onTables({ products }, 'catalogue'),
  })
  new CustomResource(scope, 'Catalogue', {
    resourceType: `Custom::${identifier}Catalogue`,
    serviceToken: filler.functionArn,
    properties: {
      TableName: products.tableName,
      Shards: String(stage.listShards),
      Version: createHash('sha256').update(JSON.stringify(catalogue)).digest('hex').slice(0, 16),
    },
  })
}
