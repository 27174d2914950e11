// Fills an administrator's values into the templates of generated/agents, and asks the platforms' rules about the result.
import { amazonQManifestViolations, type AmazonQManifest } from './amazon-q-manifest.ts'
import type { AmazonQDefinition } from './amazon-q.ts'
import { kindOf } from './lint/kind.ts'
import { platformsFor } from './lint/platforms.ts'
import { violationsOf } from './lint/violations.ts'
import { fill, type AgentConfig } from './placeholders.ts'

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
