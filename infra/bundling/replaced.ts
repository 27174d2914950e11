// Modules of packages that this service cannot reach, and what stands in their place. Each fits one version of its
// package: with another version the build fails, so that a person looks at them again.
import type { Plugin } from 'esbuild'
import { dirname } from 'node:path'
import { packageAt } from './package-at.ts'

type Replacement = { version: string; modules: Record<string, string> }

const fails = (name: string, why: string) => `export const ${name} = () => { throw new Error(${JSON.stringify(why)}) }`

/** Package → the version, and the source for each module: a path in the package, without its extension. */
export const replacements: Record<string, Replacement> = {
  '@aws-sdk/credential-provider-node': {
    version: '3.972.97',
    // server/aws/settings.ts gives every client the credentials that Lambda gives the function.
    modules: { 'dist-es/index': fails('defaultProvider', 'This client was made without credentials.') },
  },
  '@aws-sdk/token-providers': {
    version: '3.1162.0',
    // Bedrock's client takes a token only when its variable is set. Here it has the function's credentials.
    modules: {
      'dist-es/index': ['fromEnvSigningName', 'nodeProvider']
        .map((name) => fails(name, 'This client was made without a token.'))
        .join(';'),
    },
  },
  '@aws-sdk/middleware-endpoint-discovery': {
    version: '3.972.37',
    // DynamoDB's clients do not discover endpoints unless they are told to.
    modules: {
      'dist-es/index':
        'export const resolveEndpointDiscoveryConfig = (config) => config, NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {}',
    },
  },
  '@aws-sdk/client-dynamodb': {
    version: '3.1162.0',
    // server/repositories/documents.ts gives the endpoint. The rules of all regions are not needed to repeat it.
    modules: {
      'dist-es/endpoint/endpointResolver': `
        const known = new Map()
        export const defaultEndpointResolver = ({ Endpoint }) => {
          if (!known.has(Endpoint)) known.set(Endpoint, { url: new URL(Endpoint) })
          return known.get(Endpoint)
        }`,
    },
  },
  '@aws-sdk/core': {
    version: '3.981.0',
    // The middleware that sends it is taken out, or gets a text of its own.
    modules: {
      // It reads the text of a browser.
      'dist-es/submodules/client/util-user-agent-browser/createUserAgentStringParsingProvider':
        'export const createUserAgentStringParsingProvider = undefined',
      'dist-es/submodules/client/util-user-agent-node/defaultUserAgent':
        "export const createDefaultUserAgentProvider = () => async () => [['aws-sdk-js']], defaultUserAgent = createDefaultUserAgentProvider, crtAvailability = {}",
    },
  },
  '@smithy/core': {
    version: '3.41.0',
    // A function has no configuration files. The settings that are looked for have defaults, which the chain takes next.
    modules: {
      'dist-es/submodules/config/node-config-provider/fromSharedConfigFiles': `
        import { CredentialsProviderError } from '../property-provider/CredentialsProviderError'
        export const fromSharedConfigFiles = () => async () => { throw new CredentialsProviderError('There are no files.') }`,
      'dist-es/submodules/config/config-resolver/regionConfig/getInstanceMetadataRegion':
        'export const getInstanceMetadataRegion = async () => undefined',
    },
  },
}

/**
 * Every module of such a package is looked at: in another version, the replaced one could have another name.
 * @param table Other replacements, for a test.
 */
export const replacing = (table: Record<string, Replacement>): Plugin => ({
  name: 'replaced',
  setup(build) {
    const names = Object.keys(table).map((name) => name.replaceAll('/', '[\\\\/]'))
    build.onLoad(
      { filter: new RegExp(`[\\\\/]node_modules[\\\\/](${names.join('|')})[\\\\/].*\\.[cm]?js$`) },
      ({ path }) => {
        for (const [name, { version, modules }] of Object.entries(table)) {
          const found = packageAt(path, name)
          if (!found) continue
          if (found.version !== version) {
            const text = `${name} is ${found.version}. What stands in the place of its ${Object.keys(modules).join(', ')} was made for ${version}. Compare the package in both versions, then change it and its version in infra/bundling/replaced.ts.`
            return { errors: [{ text }] }
          }
          const contents = modules[found.file.replace(/\.js$/, '')]
          return contents === undefined ? undefined : { contents, resolveDir: dirname(path) }
        }
        return undefined
      },
    )
  },
})

/** Modules that DynamoDB's client cannot reach, and clients that are loaded later can. */
export const replacedOnlyAtStart: Record<string, Replacement> = {
  '@smithy/core': {
    version: '3.41.0',
    // No operation of DynamoDB has an event stream.
    modules: { 'dist-es/submodules/event-streams/index': 'export {}' },
  },
}

export const replaced = replacing(replacements)
export const replacedAtStart = replacing(replacedOnlyAtStart)
