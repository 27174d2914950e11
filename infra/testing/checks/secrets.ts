// No secret stands in the template, nor where somebody reads it who needs none: outputs, tags, texts, other functions.
import type { Template } from 'aws-cdk-lib/assertions'
import type { TemplateJson } from '../template.ts'

/** A reference that CloudFormation replaces by a secret. */
const reference = /\.ClientSecret>|resolve:secretsmanager|resolve:ssm-secure|\.SecretString/
/** Something that looks like a secret itself. */
const literal =
  /\b(AKIA|ASIA)[0-9A-Z]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY|\beyJ[\w-]{10,}\.eyJ|\b(password|passwd|secret|token|api_?key)\s*[=:]\s*["']?[\w+/-]{8,}/i

/** The ARN of a secret names it, and is none. */
const secretArn = /:secretsmanager:\S+:secret:\S+/g

/** The two places that need a secret: the function that signs questions, and the plugin's own secret. */
const mayHave = new Set(['ApiFunction Environment Variables MCP_STATE_KEYS', 'PluginOAuthClient SecretString'])

export function secrets(template: Template): string[] {
  // Safe cast: it is a template.
  const { Resources, Outputs } = template.toJSON() as TemplateJson
  const places = [
    ...Object.entries(Resources).flatMap(([id, { Properties = {} }]) => textsIn(Properties, id)),
    ...textsIn(Outputs, 'Outputs'),
  ]
  return [
    ...places
      .filter(([place, text]) => reference.test(text) && !mayHave.has(place))
      .map(([place]) => `${place} holds a secret`),
    // The API's body and the pages' code are texts of the repository.
    ...places
      .filter(([place, text]) => !/ Body | FunctionCode$/.test(place) && literal.test(text.replaceAll(secretArn, '')))
      .map(([place]) => `${place} looks like a secret`),
  ]
}

/** Every text with its place, as `ApiFunction Environment Variables ENV`. */
function textsIn(value: unknown, place: string): [place: string, text: string][] {
  if (typeof value === 'string') return [[place, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([member, inner]) => textsIn(inner, `${place} ${member}`))
}
