// `npm run generate -- --plugin-config FILE`: fills the administrator's values into the Amazon Q templates.
import { readFile } from 'node:fs/promises'
import { amazonQManifestViolations } from './amazon-q-manifest.ts'
import type { AmazonQManifest } from './amazon-q-manifest.ts'
import type { AmazonQDefinition } from './amazon-q.ts'
import { violationsOf } from './lint/violations.ts'
import { isHostName, isHttpsUrl } from './rules/address.ts'
import { identifiers } from './rules/create-plugin.ts'

type Member = { placeholder: string; form: string; accepts: (value: string) => boolean }

const members = {
  applicationId: {
    placeholder: '${APPLICATION_ID}',
    form: 'the id of the Amazon Q application, 36 letters, digits and hyphens',
    accepts: (value) => identifiers.applicationId.test(value),
  },
  secretArn: {
    placeholder: '${SECRET_ARN}',
    form: 'the ARN of a Secrets Manager secret',
    accepts: (value) => identifiers.secretArn.test(value),
  },
  roleArn: {
    placeholder: '${ROLE_ARN}',
    form: 'the ARN of an IAM role',
    accepts: (value) => identifiers.roleArn.test(value),
  },
  serverUrl: {
    placeholder: '${SERVER_URL}',
    form: 'the https URL of the API, without a slash at its end',
    accepts: (value) => isHttpsUrl(value) && !value.endsWith('/'),
  },
  cognitoDomain: {
    placeholder: '${COGNITO_DOMAIN}',
    form: 'the host name of the Cognito domain, without https://',
    accepts: isHostName,
  },
} satisfies Record<string, Member>

type PluginConfig = Record<keyof typeof members, string>

// Safe cast: Object.keys returns strings. The object is a literal, so these are its keys.
const memberNames = Object.keys(members) as (keyof typeof members)[]

/** A member may also be given by the name in its placeholder, as in the templates: APPLICATION_ID. */
function memberOf(name: string): string {
  return memberNames.find((member) => members[member].placeholder === `\${${name}}`) ?? name
}

/** Reads the file; throws one error that lists every member that is missing, unknown or malformed. */
export async function readPluginConfig(file: string): Promise<PluginConfig> {
  const text = await readFile(file, 'utf8')
  const given = Object.fromEntries(Object.entries(parse(text, file)).map(([name, value]) => [memberOf(name), value]))
  const problems = [
    ...Object.keys(given)
      .filter((name) => !Object.hasOwn(members, name))
      .map((name) => `${name} is not a member; there are ${memberNames.join(', ')}`),
    ...Object.entries<Member>(members).flatMap(([name, { form, accepts }]) => {
      const value = given[name]
      if (value === undefined) return [`${name} is missing: ${form}`]
      return typeof value === 'string' && accepts(value) ? [] : [`${name} is ${JSON.stringify(value)}, not ${form}`]
    }),
  ]
  if (problems.length > 0) throw new Error(`${file} is not a plugin configuration:\n${problems.join('\n')}`)
  // Safe cast: every member was just found to be a string.
  return given as PluginConfig
}

function parse(text: string, file: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // The error below says the same for JSON that is no object.
  }
  throw new Error(`${file} is not a JSON object`)
}

const definitionPath = 'agents/amazon-q.json'
const manifestPath = 'agents/amazon-q.create-plugin.json'

/**
 * Fills the templates, which are given and returned by their path under generated/.
 * Throws when the result breaks a rule of Amazon Q.
 */
export function fillAgents(files: Record<string, string>, config: PluginConfig): Record<string, string> {
  // Safe cast: renderAmazonQ and renderAmazonQManifest made the files. The rules below confirm their types.
  const definition = fill(JSON.parse(contentOf(files, definitionPath)), config) as AmazonQDefinition
  const manifest = fill(JSON.parse(contentOf(files, manifestPath)), config) as AmazonQManifest
  const violations = [
    ...violationsOf(definition, 'amazon-q', { filled: true }).map((violation) => `${definitionPath}: ${violation}`),
    ...amazonQManifestViolations(manifest, definition, { filled: true }).map(
      (violation) => `${manifestPath}: ${violation}`,
    ),
  ]
  if (violations.length > 0) throw new Error(`Amazon Q would not take the result:\n${violations.join('\n')}`)
  return { [definitionPath]: toText(definition), [manifestPath]: toText(manifest) }
}

function contentOf(files: Record<string, string>, path: string): string {
  const content = files[path]
  if (content === undefined) throw new Error(`${path} is not among the files to fill`)
  return content
}

/** Replaces the placeholders in every string. `payload` is JSON in a string: the value inside is filled. */
function fill(value: unknown, config: PluginConfig, name?: string): unknown {
  if (Array.isArray(value)) return value.map((item) => fill(item, config))
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, config, key)]))
  }
  if (typeof value !== 'string') return value
  if (name === 'payload') return JSON.stringify(fill(JSON.parse(value), config))
  return memberNames.reduce((text, member) => text.replaceAll(members[member].placeholder, () => config[member]), value)
}

const toText = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`
