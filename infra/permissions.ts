// The permissions of code, by the names of the actions. The grants of the CDK include more, such as Scan.
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Table } from 'aws-cdk-lib/aws-dynamodb'
import type { IBucket } from 'aws-cdk-lib/aws-s3'

export const allow = (actions: string[], ...resources: string[]) => new PolicyStatement({ actions, resources })

/** Allows to list the objects below a prefix, not the whole bucket. */
export const allowListing = ({ bucketArn }: IBucket, prefix: string) =>
  new PolicyStatement({
    actions: ['s3:ListBucket'],
    resources: [bucketArn],
    conditions: { StringLike: { 's3:prefix': prefix } },
  })

type ItemAction = 'GetItem' | 'PutItem' | 'UpdateItem' | 'DeleteItem'

export const onItems = ({ tableArn }: Table, ...actions: ItemAction[]) =>
  allow(
    actions.map((action) => `dynamodb:${action}`),
    tableArn,
  )

export const queryIndexes = ({ tableArn }: Table, indexes: object) =>
  allow(['dynamodb:Query'], ...Object.keys(indexes).map((index) => `${tableArn}/index/${index}`))
