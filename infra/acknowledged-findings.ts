// What cfn-lint and checkov find in the templates, and why it stays as it is. Everything else makes `npm run check:infra` fail.

export type Acknowledged = {
  check: string
  /** The logical ids that it holds for. Another resource with the same finding is not covered. */
  on: RegExp
  reason: string
}

export const acknowledged: Acknowledged[] = [
  {
    check: 'W3005',
    on: /^(Api|UploadGuard|Workflow|Sample|Custom)\w*(Function|Workflow|Handler|MiB)[0-9A-F]{8}$|^EventsCustomerCreatedPipe|^Live[0-9A-F]{8}$/,
    reason:
      'The CDK writes the role beside its policy, and the deployment group beside the reference of the alias. The order of the policy is what matters, and it is in the same list.',
  },
  {
    check: 'CKV_AWS_18',
    on: /^AccessLogs/,
    reason: 'It is the bucket of the access logs: each entry of its own log would cause another one.',
  },
  {
    check: 'CKV_AWS_21',
    on: /^(AccessLogs|CaseFiles|SampleDataObjects|DocsSite)/,
    reason:
      'Files of cases are written once and expire after 90 days. All other objects are logs, or come from this project again.',
  },
  {
    check: 'CKV_AWS_26',
    on: /^AlarmsTopic/,
    reason:
      'encryptAlarms of the stage encrypts it with a key that costs by the month. The e-mails leave AWS in any case.',
  },
  {
    check: 'CKV_AWS_27',
    on: /^EventsDeadLetters/,
    reason: 'The queue is encrypted with the key of SQS (SqsManagedSseEnabled), which this check does not count.',
  },
  {
    check: 'CKV_AWS_68',
    on: /^DocsDistribution/,
    reason: 'Fixed pages without input: there is nothing for a firewall to filter.',
  },
  {
    check: 'CKV_AWS_86',
    on: /^DocsDistribution/,
    reason: 'The bucket logs what is fetched from it. Who reads public pages is not kept.',
  },
  {
    check: 'CKV_AWS_111',
    on: /^CustomCDKBucketDeployment/,
    reason:
      'The invalidation of CloudFront, which the CDK allows for all distributions. Its function copies files alone.',
  },
  {
    check: 'CKV_AWS_115',
    on: /^(Api|UploadGuard|Workflow|Sample)\w*Function|^Custom/,
    reason:
      'reservedConcurrency of the stage. A new account has ten instances, of which none can be reserved, so no default has it.',
  },
  {
    check: 'CKV_AWS_116',
    on: /^(Api|UploadGuard|Workflow|Sample)\w*Function|^Custom/,
    reason:
      'They are called and answered at once. What an event starts has the dead-letter queue of its rule, not of the function.',
  },
  {
    check: 'CKV_AWS_117',
    on: /^(Api|UploadGuard|Workflow|Sample)\w*Function|^Custom/,
    reason:
      'They call AWS services by their public addresses. A network would add costs and cold starts, and protect nothing.',
  },
  {
    check: 'CKV_AWS_119',
    on: /^Tables/,
    reason: 'Tables are encrypted with the key of DynamoDB. A key of the account would cost by each request.',
  },
  {
    check: 'CKV_AWS_120',
    on: /^GatewayApiDeploymentStage/,
    reason:
      'publicCache of the stage. A cache costs by the hour, and answers depend on the caller of all but public reads.',
  },
  {
    check: 'CKV_AWS_149',
    on: /^StateKeys/,
    reason: 'Secrets are encrypted with the key of Secrets Manager, which the same account alone can use.',
  },
  {
    check: 'CKV_AWS_158',
    on: /Logs[0-9A-F]{8}$/,
    reason: 'Log groups are encrypted with the key of CloudWatch Logs, and expire after at most 90 days.',
  },
  {
    check: 'CKV_AWS_173',
    on: /^(Api|UploadGuard|Workflow|Sample)\w*Function|^Custom/,
    reason:
      'Names and settings, no secrets, encrypted with the key of Lambda. The signing secret is one of Secrets Manager.',
  },
  {
    check: 'CKV_AWS_174',
    on: /^DocsDistribution/,
    reason: "CloudFront's own certificate sets the TLS version. docsDomain brings a certificate, and TLS 1.2.",
  },
]
