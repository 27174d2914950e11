// Reads a contract of any place in the file system: its findings under `limits`, and the bundled document.
import {
  BaseResolver,
  bundle,
  createConfig,
  isAbsoluteUrl,
  lint,
  ResolveError,
  YamlParseError,
  type Document,
  type NormalizedProblem,
  type Source,
} from '@redocly/openapi-core'
import { resolve } from 'node:path'
import type { Contract } from '../contract.ts'
import { withAdvice } from '../lint/advice.ts'
import { findingOf, pathOf, type Finding } from '../lint/finding.ts'
import plugin from '../lint/plugin.ts'
import { withDistinctBranches } from './distinct-branches.ts'
import { isInExtension } from './keywords.ts'
import { referToMapped } from './mapped-names.ts'
import { in30 } from './openapi-31.ts'
import { withOwnExtensions } from './own-extensions.ts'
import { referenceLoops } from './reference-loops.ts'
import { withNamedReferences } from './references.ts'
import { withTypedDefaults } from './typed-defaults.ts'

/** The input is no OpenAPI document that can be read. The message is one line. */
export class UnreadableError extends Error {}

/**
 * `document` is absent when there are findings. Warnings name what is carried, but not everywhere. `source` is the
 * text, for the places of later findings.
 */
export type Spec = { findings: Finding[]; warnings: Finding[]; source: Source; document?: Contract }

/** @param rules `limits` refuses what `carried` only warns of. */
export async function readSpec(path: string, rules: 'limits' | 'carried'): Promise<Spec> {
  const file = resolve(path)
  const externalRefResolver = new OfflineResolver()
  const { source, parsed } = await rootOf(file, externalRefResolver)
  const loops = referenceLoops(parsed).map((pointer) => endless(source, pointer))
  if (loops.length > 0) return { findings: loops, warnings: [], source }
  // The resolver keeps what it has parsed, and the lint and the bundle read it there.
  referToMapped(parsed)
  const config = await createConfig({ plugins: [plugin()], extends: [`contract/${rules}`] })
  const isCarried = rules === 'carried'
  const found = await lint({ ref: file, config, externalRefResolver })
  const problems = isCarried ? found.filter((problem) => !isOfOthers(problem)) : found
  const { openapi = '' } = Object(parsed) as { openapi?: string }
  const ofSeverity = (wanted: string) =>
    distinct(problems.filter(({ severity }) => severity === wanted).map((one) => withAdvice(one, openapi)))
  const [findings, warnings] = [ofSeverity('error'), ofSeverity('warn')]
  if (findings.length > 0) return { findings, warnings, source }
  const bundled = await bundle({ ref: file, config, externalRefResolver })
  // An example in another file is of no use here, and may be away.
  const isExample = ({ location: [place] }: NormalizedProblem) =>
    /\/examples\/[^/]+(\/externalValue)?$/.test(place?.pointer ?? '')
  const broken = bundled.problems
    .filter((one) => one.severity === 'error' && !isExample(one))
    .map((one) => withAdvice(one, openapi))
  if (broken.length > 0) return { findings: broken, warnings, source }
  // Safe cast: the rules have found no error in the document's structure.
  const whole = in30(withNamedReferences(bundled.bundle.parsed as Contract))
  const document = withDistinctBranches(withTypedDefaults(isCarried ? withOwnExtensions(whole) : whole))
  return { findings, warnings, source, document }
}

/** Other makers have extensions of the same names, in forms of their own. Generation leaves those out. */
const isOfOthers = ({ ruleId, location: [place] }: NormalizedProblem) =>
  ruleId === 'struct' && isInExtension(place?.pointer ?? '')

const endless = (source: Source, pointer: string) =>
  findingOf({
    message: 'The reference leads back to itself, and so to nothing. Write the schema itself at one of the places.',
    ruleId: 'no-unresolved-refs',
    severity: 'error',
    suggest: [],
    location: [{ source, pointer, reportOnKey: true }],
  })

/** The same place is met once for each reference to it. */
const distinct = (findings: Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
]

/** A contract is complete on disk: what another host answers can change, or be away. */
class OfflineResolver extends BaseResolver {
  override async loadExternalRef(absoluteRef: string): Promise<Source> {
    if (!isAbsoluteUrl(absoluteRef)) return super.loadExternalRef(absoluteRef)
    throw new ResolveError(
      new Error(`${absoluteRef} is on another host, and generation works offline: copy it into a file beside this one`),
    )
  }
}

async function rootOf(file: string, resolver: BaseResolver): Promise<Document> {
  const shown = pathOf(file)
  const root = await resolver.resolveDocument<Record<string, unknown>>(null, file, true).catch((error: unknown) => {
    if (error instanceof YamlParseError || error instanceof ResolveError) return error
    throw error
  })
  if (root instanceof ResolveError) {
    throw new UnreadableError(`${shown}: ${root.message.includes('ENOENT') ? 'not found' : root.message}`)
  }
  if (root instanceof YamlParseError) throw unparsed(shown, root)
  const parsed: unknown = root.parsed
  if (typeof parsed !== 'object' || parsed === null) {
    const what = root.source.body.trim() === '' ? 'is empty' : 'is not an OpenAPI document'
    throw new UnreadableError(`${shown}: ${what}; it begins with a line such as openapi: 3.0.3`)
  }
  const { openapi, swagger } = parsed as Record<string, unknown>
  if (swagger !== undefined) {
    const command = `npx swagger2openapi --outfile openapi.yaml ${shown}`
    throw new UnreadableError(
      `${shown}: is Swagger ${JSON.stringify(swagger).replaceAll('"', '')}; make an OpenAPI 3.0 document of it: ${command}`,
    )
  }
  if (typeof openapi !== 'string') {
    throw new UnreadableError(`${shown}: has no \`openapi\` with a version, such as openapi: 3.0.3`)
  }
  if (!/^3\.[01]\.\d+/.test(openapi)) {
    throw new UnreadableError(
      `${shown}: is OpenAPI ${openapi}; versions 3.0 and 3.1 can be read: write one of them, and leave out what it lacks`,
    )
  }
  return root
}

function unparsed(shown: string, { message, line, col }: YamlParseError): UnreadableError {
  const reason = message.replace(/ in "[^"]*" \(\d+:\d+\)$/, '').replaceAll('\n', ' ')
  const cure = cures.find(([begin]) => reason.startsWith(begin))?.[1] ?? 'It is no YAML; correct it at this place'
  return new UnreadableError(`${shown}:${line}:${col} ${reason}. ${cure}`)
}

const cures: [begin: string, cure: string][] = [
  ['duplicated mapping key', 'The key is there before: leave one of the two out'],
  ['tab characters', 'Write spaces instead'],
  ['nesting exceeded', 'Write inner parts as components, and refer to them'],
  ['deficient indentation', 'Indent the line more than the one that it belongs to'],
]
