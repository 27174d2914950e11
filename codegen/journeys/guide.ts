// The journeys as guides: the section of docs/journeys.md that is made from the Arazzo documents.
import type { Model } from '../model.ts'
import type { Journey, Step } from './documents.ts'
import { requestOf } from './sentence.ts'

/** The words for the inputs that are credentials. */
const credentials: Record<string, string> = { token: 'a token of a user', apiKey: 'an API key' }

export function renderJourneys(model: Model, journeys: Journey[]): string {
  return journeys
    .flatMap(({ document, inputs, name }) => {
      const needs = inputs.flatMap((input) => credentials[input] ?? []).join(' and ')
      const steps = document.workflows.flatMap((workflow) => workflow.steps)
      return [
        `## ${document.info.title}`,
        `${document.info.description?.trim() ?? ''} It needs ${needs}. Its document is \`spec/journeys/${name}.yaml\`.`,
        ...steps.map((step, index) => stepOf(model, step, index + 1)),
      ]
    })
    .join('\n\n')
}

function stepOf(model: Model, step: Step, number: number): string {
  const { description = step.stepId, requestBody, successCriteria = [] } = step
  const [, status] = /== (\d{3})$/.exec(successCriteria[0]?.condition ?? '') ?? []
  const request = step.operationId === undefined ? requestOf(model, step) : codeOf(model, step.operationId)
  const values = (step.parameters ?? []).flatMap((parameter) =>
    'name' in parameter ? `${parameter.name}: ${shown(parameter.value)}` : [],
  )
  const marker = `${number}. `
  const paragraphs = [
    description.trim(),
    `${request}${status === undefined ? '' : ` answers ${status}`}.`,
    ...(values.length > 0 ? [`With ${values.map((value) => `\`${value}\``).join(', ')}.`] : []),
    ...(requestBody ? [bodyOf(requestBody.payload)] : []),
  ]
  // Markdown: each paragraph of a list item begins below the item's own text.
  const item = paragraphs.join('\n\n').replaceAll(/\n(?=.)/g, `\n${' '.repeat(marker.length)}`)
  return `${marker}${item}`
}

function codeOf({ operations }: Model, id: string): string {
  const operation = operations.find(({ operationId }) => operationId === id)
  if (!operation) throw new Error(`A journey calls ${id}, which the contract does not have.`)
  return `\`${id}\`, \`${operation.method.toUpperCase()} ${operation.path}\`,`
}

const bodyOf = (payload: unknown) =>
  typeof payload === 'string'
    ? `The body is \`${payload}\`.`
    : ['```json', shown(JSON.stringify(payload, undefined, 2)), '```'].join('\n')

/** A value that another step or the run gives, by its name: `$steps.create.outputs.caseId` is `<caseId>`. */
const shown = (value: unknown) =>
  String(value)
    .replace(/\{?\$steps\.[\w-]+\.outputs\.(\w+)\}?/g, '<$1>')
    .replace(/\{?\$inputs\.(\w+)\}?/g, '<$1>')
