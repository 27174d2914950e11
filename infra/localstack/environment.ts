// The environment of commands against an emulator: its address, keys that open nothing, and the sign-in that it trusts.

type Emulator = { endpoint: string; signIn?: string; client?: string }

const defaultRegion = 'us-east-1'
/** LocalStack has one account, unless the access key names another. */
const account = '000000000000'

/** Points this process and its children at the emulator. Returns more arguments for the CDK's CLI. */
export async function enterEmulator({ endpoint, signIn, client }: Emulator): Promise<string[]> {
  const region = process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION ?? defaultRegion
  for (const variable of ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_SESSION_TOKEN'])
    Reflect.deleteProperty(process.env, variable)
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
  })
  await answering(endpoint)
  if (signIn === undefined || client === undefined) return []
  const issuer = await issuerAt(signIn)
  const values = { signIn, issuer, client }
  return Object.entries(values).flatMap(([name, value]) => ['--context', `${name}=${value}`])
}

async function answering(endpoint: string) {
  await fetch(endpoint).catch(() => {
    throw new Error(
      `Nothing answers at ${endpoint}. Start the local cloud with LOCAL_AWS_PORT (docs/runbooks), or LocalStack (docs/localstack.md).`,
    )
  })
}

/** The issuer of a user pool's tokens: its last part is the pool's id. */
async function issuerAt(signIn: string): Promise<string> {
  const address = `${signIn}/.well-known/openid-configuration`
  const response = await fetch(address).catch(() => undefined)
  if (!response?.ok) throw new Error(`There is no user pool at ${signIn}: ${address} does not answer.`)
  return ((await response.json()) as { issuer: string }).issuer
}

/** What the CDK needs in an account, and an emulator does not have at its start. A second time changes nothing. */
export const bootstrapArguments = (region: string) => ['bootstrap', `aws://${account}/${region}`, '--app', '']

/** Where an emulator serves the API of a deployed stage: `https://<id>.execute-api.<region>…/<stage>` is AWS's address. */
export function apiAt(endpoint: string, url: string): string {
  const [, id, path] = /^https?:\/\/([a-z0-9]+)\.execute-api\.[^/]+(\/.*)?$/.exec(url) ?? []
  if (id === undefined) throw new Error(`${url} is not the default endpoint of an API.`)
  return `${endpoint}/_aws/execute-api/${id}${path ?? ''}`
}
