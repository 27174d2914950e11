// The options of every command that calls AWS: which region, whose credentials, or an emulator.

export const awsOptions = {
  region: { type: 'string' },
  profile: { type: 'string' },
  endpoint: { type: 'string' },
} as const
