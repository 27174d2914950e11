// Reads an administrator's values, and fills them into the templates of generated/agents.
import { readFile } from 'node:fs/promises'
import { amazonQManifestViolations } from './amazon-q-manifest.ts'
import type { AmazonQManifest } from './amazon-q-manifest.ts'
import type { AmazonQDefinition } from './amazon-q.ts'
import { kindOf } from './lint/kind.ts'
import { platformsFor } from './lint/platforms.ts'
import { violationsOf } from './lint/violations.ts'
import { fill, memberNames, members, type AgentConfig, type Member, type MemberName } from './placeholders.ts'

/** A member may also be given by the name in its placeholder, as in the templates: APPLICATION_ID. */
function memberOf(name: string): string {
  return memberNames.find((member) => members[member].placeholder === `\${${name}}`) ?? name
}

/** Reads the file; throws one error that lists every member that is missing though needed, unknown or malformed. */
export async function readAgentConfig(file: string, needed: MemberName[]): Promise<AgentConfig> {
  const text = await readFile(file, 'utf8')
  const given = Object.fromEntries(Object.entries(parse(text, file)).map(([name, value]) => [memberOf(name), value]))
  const problems = [
    ...Object.keys(given)
      .filter((name) => !Object.hasOwn(members, name))
      .map((name) => `${name} is not a member; there are ${memberNames.join(', ')}`),
    ...memberNames.flatMap((name) => {
      const { form, accepts }: Member = members[name]
      const value = given[name]
      if (value === undefined) return needed.includes(name) ? [`${name} is missing: ${form}`] : []
      return typeof value === 'string' && accepts(value) ? [] : [`${name} is ${JSON.stringify(value)}, not ${form}`]
    }),
  ]
  if (problems.length > 0) throw new Error(`${file} is not a plugin configuration:\n${problems.join('\n')}`)
  return Object.fromEntries(
    memberNames.flatMap((name) => {
      const value = given[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
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
 * Throws when a place is left to fill in, or the result breaks a rule of its platform.
 */
export function fillAgents(files: Record<string, string>, config: AgentConfig): Record<string, string> {
  const filled = Object.fromEntries(
    Object.entries(files).map(([path, text]): [string, unknown] => [path, fill(JSON.parse(text), config)]),
  )
  const violations = [
    ...violationsOfAmazonQ(filled),
    ...Object.entries(filled)
      .filter(([path]) => path !== definitionPath && path !== manifestPath)
      .flatMap(([path, document]) => {
        const kind = kindOf(document)
        const platforms = kind ? platformsFor(path, kind) : []
        return violationsOf(document, platforms, { filled: true }).map((violation) => `${path}: ${violation}`)
      }),
  ]
  if (violations.length > 0) throw new Error(`The platforms would not take the result:\n${violations.join('\n')}`)
  return Object.fromEntries(Object.entries(filled).map(([path, document]) => [path, toText(document)]))
}

function violationsOfAmazonQ(files: Record<string, unknown>): string[] {
  if (!(definitionPath in files) && !(manifestPath in files)) return []
  // Safe cast: renderAmazonQ and renderAmazonQManifest made the files. The rules below confirm their types.
  const definition = documentOf(files, definitionPath) as AmazonQDefinition
  const manifest = documentOf(files, manifestPath) as AmazonQManifest
  return [
    ...violationsOf(definition, ['amazon-q'], { filled: true }).map((violation) => `${definitionPath}: ${violation}`),
    ...amazonQManifestViolations(manifest, definition, { filled: true }).map(
      (violation) => `${manifestPath}: ${violation}`,
    ),
  ]
}

function documentOf(files: Record<string, unknown>, path: string): unknown {
  const document = files[path]
  if (document === undefined) throw new Error(`${path} is not among the files to fill`)
  return document
}

const toText = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`
