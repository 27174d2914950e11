// The journeys without the operations of a resource.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'

type Step = { stepId: string; operationId?: string }

export async function removeFromJourneys(root: string, gone: string[]): Promise<void> {
  const folder = join(root, 'spec/journeys')
  for (const journey of await readdir(folder).catch(() => [])) {
    const file = join(folder, journey)
    const before = await readFile(file, 'utf8')
    const after = withoutOperations(before, gone)
    if (after === undefined) await rm(file)
    else if (after !== before) await writeFile(file, after)
  }
}

/** The journey without their steps; undefined where no other is left, or where another step needs one of them. */
export function withoutOperations(yaml: string, gone: string[]): string | undefined {
  // Safe cast: the lint of the contract has read the document.
  const { workflows } = parse(yaml) as { workflows: { steps: Step[] }[] }
  const steps = workflows.flatMap((workflow) => workflow.steps)
  const lost = steps.filter(({ operationId }) => operationId !== undefined && gone.includes(operationId))
  const rest = lost.reduce(
    (text, { stepId }) => text.replace(new RegExp(`^ {6}- stepId: ${stepId}\\n(?: {8}.*\\n)*`, 'm'), ''),
    yaml,
  )
  const isNeeded = lost.some(({ stepId }) => new RegExp(`(?:\\$steps\\.|\\bstepId: )${stepId}(?![\\w-])`).test(rest))
  return lost.length === steps.length || isNeeded ? undefined : rest
}
