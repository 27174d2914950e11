// The options of every command that calls AWS (which region, whose credentials, or an emulator), and what its clients get of them.

export const awsOptions = {
  region: { type: 'string' },
  profile: { type: 'string' },
  endpoint: { type: 'string' },
} as const

type Where = { region?: string | undefined; profile?: string | undefined }

/** The settings of a client of AWS. Without them it takes those of the environment. */
export const clientSettings = ({ region, profile }: Where) => ({
  ...(region !== undefined && { region }),
  ...(profile !== undefined && { profile }),
})
