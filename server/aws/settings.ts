// What the clients of AWS are told: all that they would otherwise look for, in variables, files and the network.
import { requiredIn } from '../variables.ts'

/** Lambda gives a function its credentials in these variables, for the life of its process. */
export function awsSettings(env: NodeJS.ProcessEnv) {
  const required = requiredIn(env)
  return {
    region: required('AWS_REGION'),
    credentials: {
      accessKeyId: required('AWS_ACCESS_KEY_ID'),
      secretAccessKey: required('AWS_SECRET_ACCESS_KEY'),
      ...(env.AWS_SESSION_TOKEN && { sessionToken: env.AWS_SESSION_TOKEN }),
    },
    // What a deployment of this service has none of. Without these values, the SDK would look for them in files.
    useDualstackEndpoint: false,
    useFipsEndpoint: false,
    userAgentAppId: '',
    authSchemePreference: [],
    defaultsMode: 'standard' as const,
    retryMode: 'standard',
  }
}

export type AwsSettings = ReturnType<typeof awsSettings>

/** The domain of AWS in this region. */
export const domainOf = (region: string) => (region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com')
