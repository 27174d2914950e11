// Prices of AWS in us-east-1, each with its source. Prices change: calculator.aws shows those of today.

/** USD for so many units. */
type Price = { usd: number; per: number; unit: string; source: string }

const million = 1_000_000

const sources = {
  gateway:
    'aws.amazon.com/api-gateway/pricing, quoted in AWS\'s whitepaper "Best Practices for Designing API Gateway Private APIs"',
  lambda: 'aws.amazon.com/lambda/pricing, quoted by cloudchipr.com/blog/aws-lambda-pricing',
  dynamodb: 'airbyte.com/data-engineering-resources/dynamodb-pricing, after the cut of November 2024',
  cloudwatch:
    'aws.amazon.com/cloudwatch/pricing, quoted by cloudburn.io (February 2026) and factualminds.com (June 2026)',
  xray: 'aws.amazon.com/xray/pricing',
  waf: 'awsnegotiations.com/waf-pricing-strategy and c3x.dev (2026)',
  stepFunctions: 'aws.amazon.com/step-functions/pricing',
  storage: 'aws.amazon.com/dynamodb/pricing, Data Storage',
  backup: 'finops.com.py/services/dynamodb/backups',
}

export const prices = {
  gatewayRequests: { usd: 3.5, per: million, unit: 'requests', source: sources.gateway },
  lambdaRequests: { usd: 0.2, per: million, unit: 'requests', source: sources.lambda },
  lambdaGbSeconds: { usd: 0.0000133334, per: 1, unit: 'GB-s', source: sources.lambda },
  writeUnits: { usd: 0.625, per: million, unit: 'write units', source: sources.dynamodb },
  readUnits: { usd: 0.125, per: million, unit: 'read units', source: sources.dynamodb },
  storedGb: { usd: 0.25, per: 1, unit: 'GB', source: sources.storage },
  backupGb: { usd: 0.2, per: 1, unit: 'GB of backup', source: sources.backup },
  logGb: { usd: 0.5, per: 1, unit: 'GB', source: sources.cloudwatch },
  metrics: { usd: 0.3, per: 1, unit: 'metrics', source: sources.cloudwatch },
  alarmMetrics: { usd: 0.1, per: 1, unit: 'metrics in alarms', source: sources.cloudwatch },
  dashboards: { usd: 3, per: 1, unit: 'dashboards', source: sources.cloudwatch },
  traces: { usd: 5, per: million, unit: 'traces', source: sources.xray },
  webAcls: { usd: 5, per: 1, unit: 'web ACLs', source: sources.waf },
  webAclRules: { usd: 1, per: 1, unit: 'rules', source: sources.waf },
  webAclRequests: { usd: 0.6, per: million, unit: 'requests', source: sources.waf },
  transitions: { usd: 0.025, per: 1000, unit: 'transitions', source: sources.stepFunctions },
} satisfies Record<string, Price>

export type PriceName = keyof typeof prices
