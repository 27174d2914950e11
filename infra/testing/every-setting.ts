// A stage with every setting that the others leave out.
import { stages, type Stage } from '../stages.ts'

const certificateArn = 'arn:aws:acm:us-east-1:111111111111:certificate/12345678-1234-1234-1234-123456789012'

/** Provisioned capacity has its own maximum. */
const { tableMaximum: _onDemand, ...prod } = stages.prod

export const everything: Stage = {
  ...prod,
  origins: ['https://one.example.com', 'https://two.example.com'],
  mcpOrigins: ['https://three.example.com', 'https://four.example.com'],
  stateKeys: ['second', 'first'],
  apiDomain: { name: 'api.example.com', certificateArn },
  assistants: [
    { name: 'claude', callbackUrls: ['https://claude.ai/api/mcp/auth_callback'] },
    {
      name: 'copilot',
      callbackUrls: ['https://teams.microsoft.com/api/platform/v1.0/oAuthRedirect'],
      withSecret: true,
    },
  ],
  docsDomain: { name: 'docs.example.com', certificateArn },
  publicCache: { ttlSeconds: 30, sizeGb: '0.5' },
  api: { ...stages.prod.api, reservedConcurrency: 100 },
  task: { ...stages.prod.task, reservedConcurrency: 10 },
  architecture: 'x86_64',
  capacity: { read: { min: 5, max: 100, targetPercent: 70 }, write: { min: 2, max: 50, targetPercent: 60 } },
  assistant: { ...stages.prod.assistant, region: 'us-west-2' },
  encryptAlarms: true,
  operationMetrics: true,
  dashboard: true,
  consumerMetrics: true,
  keyRotation: { everyDays: 90, overlapDays: 7 },
  backup: { keepDays: 100, copyToVault: 'arn:aws:backup:eu-west-1:111111111111:backup-vault:copies' },
  canary: { everyMinutes: 10 },
  sampleItems: true,
  plugin: { ...stages.prod.plugin, applicationId: 'a1b2c3d4-5678-90ab-cdef-111111111111' },
}
