// The findings of all rules in spec/, each with its file, line and column. `redocly lint` finds the same.
import { getLineColLocation, lint, loadConfig, YamlParseError, type NormalizedProblem } from '@redocly/openapi-core'
import { join, relative, sep } from 'node:path'
import { projectRoot } from '../contract.ts'

/** One line for each finding; none when the contract in this folder keeps all of the project's rules. */
export async function findingsIn(root = projectRoot): Promise<string[]> {
  const config = await loadConfig({ configPath: join(projectRoot, 'redocly.yaml') })
  try {
    const problems = await lint({ ref: `${root}/spec/openapi.yaml`, config })
    const lines = problems.filter(({ severity }) => severity === 'error').map((problem) => lineOf(problem, root))
    return mostPrecise([...new Set(lines)])
  } catch (error) {
    // Redocly throws this for the root file alone. Mistakes in other files are findings.
    if (!(error instanceof YamlParseError)) throw error
    const { message, source, line, col } = error
    return [`${pathIn(root, source.absoluteRef)}:${line}:${col} ${message}`]
  }
}

const unparsed = ' Failed to parse: '

/** A file that cannot be parsed is reported again at each reference to it. Only its own line helps. */
const mostPrecise = (lines: string[]) =>
  lines.some((line) => line.includes(unparsed)) ? lines.filter((line) => line.includes(unparsed)) : lines

function lineOf({ message, ruleId, location: [place] }: NormalizedProblem, root: string): string {
  if (!place) return `spec: ${message} (${ruleId})`
  const { line, col } = getLineColLocation(place).start
  return `${pathIn(root, place.source.absoluteRef)}:${line}:${col} ${message} (${ruleId})`
}

const pathIn = (root: string, file: string) => relative(root, file).split(sep).join('/')
