// The journeys in spec/journeys: Arazzo documents, each with the steps of one system.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { projectRoot } from '../contract.ts'

/** The part of an Arazzo document that our commands and pages read. */
export type Arazzo = {
  info: { title: string; description?: string }
  components?: { parameters?: Record<string, Parameter> }
  workflows: Workflow[]
}

export type Workflow = {
  workflowId: string
  summary?: string
  inputs?: { required?: string[]; properties?: Record<string, { description?: string }> }
  steps: Step[]
}

export type Step = {
  stepId: string
  description?: string
  operationId?: string
  /** A request that is no operation of the contract, as to a presigned URL. */
  'x-operation'?: { url: string; method: string }
  parameters?: (Parameter | { reference: string })[]
  requestBody?: { contentType?: string; payload?: unknown }
  successCriteria?: Criterion[]
  /** Expressions by the names of the outputs. */
  outputs?: Record<string, string>
  onFailure?: { type: string; retryAfter?: number; retryLimit?: number; criteria?: Criterion[] }[]
}

/** @property type Of a condition in another language than Arazzo's own. */
type Criterion = { condition: string; type?: unknown }

export type Parameter = { in: 'path' | 'query' | 'header' | 'cookie'; name: string; value: unknown }

/** @property name The file's name without its ending. */
export type Journey = { name: string; file: string; document: Arazzo; inputs: string[] }

/** The last text of each file. A process that watches the contract reads the journeys at each save of another file. */
const known = new Map<string, { text: string; document: Arazzo }>()

function parsed(file: string, text: string): Arazzo {
  const last = known.get(file)
  if (last?.text === text) return last.document
  // Safe cast: a test lints the documents.
  const document = parse(text) as Arazzo
  known.set(file, { text, document })
  return document
}

/** The journeys by their names. A project may have none. */
export async function readJourneys(root = projectRoot): Promise<Journey[]> {
  const folder = join(root, 'spec/journeys')
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.yaml')).sort()
  return Promise.all(
    files.map(async (name) => {
      const file = join(folder, name)
      const document = parsed(file, await readFile(file, 'utf8'))
      const inputs = document.workflows.flatMap((workflow) => workflow.inputs?.required ?? [])
      return { name: name.replace(/\.yaml$/, ''), file, document, inputs: [...new Set(inputs)] }
    }),
  )
}
