// The function of the operations that answer with a stream. It reads, counts for the quota, and asks the model for a stream.
import type { Construct } from 'constructs'
import { title } from '../generated/names.ts'
import { sampleData as sampleObjects } from '../generated/sample-data.ts'
import { bedrockRegionOf, environmentOf, type Surroundings } from './api-function.ts'
import { createFunction } from './function.ts'
import { modelArns } from './models.ts'
import { allow, allowListing, onTables } from './permissions.ts'
import type { Stage } from './stages.ts'

export function createStreamFunction(parent: Construct, stage: Stage, uses: Surroundings & { bundle: string }) {
  const { bundle, tables, caseFiles, sampleData } = uses
  const { memoryMb, timeoutSeconds } = stage.api
  return createFunction(parent, 'Stream', {
    stage,
    description: `${title} streams (${stage.name})`,
    bundle,
    handler: 'handler',
    size: { memoryMb, timeoutSeconds },
    // Assistants of other services never reach this function.
    environment: { ...environmentOf(stage, uses), MCP_ALLOWED_ORIGINS: '' },
    permissions: [
      ...onTables(tables, 'stream'),
      // A presigned URL has the permissions of its signer.
      allow(['s3:GetObject'], caseFiles.arnForObjects('cases/*')),
      allowListing(caseFiles, 'cases/*'),
      allow(['s3:GetObject'], ...Object.values(sampleObjects).map((key) => sampleData.arnForObjects(key))),
      allow(['bedrock:InvokeModelWithResponseStream'], ...modelArns(stage.assistant.modelId, bedrockRegionOf(stage))),
    ],
  })
}
