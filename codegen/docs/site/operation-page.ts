// The page of an operation: who may call it, what it costs, the panel, its parameters, answers and failures.
import { sdkSample } from '../../client-sdk/sample.ts'
import type { Answer, Model, Operation, Schema } from '../../model.ts'
import { exampleOf } from '../../model/sample.ts'
import { pythonSample } from '../../python/sample.ts'
import { curlSample } from '../curl-sample.ts'
import { failuresOf } from '../error-examples.ts'
import { addressOf } from './addresses.ts'
import { callersOf } from './callers.ts'
import type { Facts } from './facts.ts'
import { methodLabel, type Page } from './layout.ts'
import { renderMarkdown, webLinks } from './markdown.ts'
import { codeBlock, escape, link, prose, table } from './markup.ts'
import { panel } from './panel.ts'
import { panelData } from './panel-data.ts'

export function operationPage(model: Model, operation: Operation, facts: Facts): Page {
  const { operationId, method, path, summary, deprecated } = operation
  const data = panelData(model, operation)
  const samples = { curl: curlSample(model, operation), sdk: sdkSample(model, operation) }
  const python = pythonSample(model, operation)
  return {
    address: addressOf.operation(operationId),
    title: summary || operationId,
    lead: `${methodLabel(method)}<code>${escape(path)}</code> <span class="id">${escape(operationId)}</span>`,
    isPanel: true,
    main: [
      deprecated ? '<p class="warning"><strong>Deprecated.</strong> Do not use it in new programs.</p>' : '',
      renderMarkdown(operation.description, webLinks).html,
      factsOf(operation, facts),
      panel(data, samples),
      python === undefined ? '' : `<h2 id="in-python">In Python</h2>${codeBlock('Python', python)}`,
      parametersOf(operation),
      bodyOf(operation),
      answersOf(operation),
      failuresSection(model, operation),
      `<p>${link(`${addressOf.reference}${referenceHash(operation)}`, 'All members of requests and answers, in the API reference')}</p>`,
    ].join('\n'),
  }
}

/** The address that Redoc gives to an operation. */
const referenceHash = ({ tag, operationId }: Operation) =>
  `#/${tag.toLowerCase().replace(/[^a-z0-9]+/g, '-')}/${operationId}`

function factsOf(operation: Operation, { costs, needs }: Facts): string {
  const shown = ([name, value]: [string, string]) => `${prose(value)} <small>${prose(name)}</small>`
  const filled = (row: Record<string, string> | undefined) =>
    Object.entries(row ?? {}).filter(([, value]) => value !== '')
  const cost = filled(costs.get(operation.operationId))
  const need = filled(needs.get(operation.operationId))
  const rows = [
    ['Who may call it', prose(callersOf(operation))],
    ...(costs.has(operation.operationId)
      ? [['What a call costs', cost.map(shown).join(', ') || 'No call to AWS.']]
      : []),
    ...(needs.has(operation.operationId)
      ? [
          [
            'What it needs',
            need.map(([name, statuses]) => `${escape(name)} <small>else ${escape(statuses)}</small>`).join(', ') ||
              'Nothing else.',
          ],
        ]
      : []),
    ...(operation.page
      ? [
          [
            'Pages',
            operation.page.size
              ? prose(`A page has ${operation.page.size} items unless \`limit\` says otherwise.`)
              : 'The service chooses how many items a page has.',
          ],
        ]
      : []),
  ]
  return `<dl class="facts">${rows.map(([name = '', html = '']) => `<div><dt>${escape(name)}</dt><dd>${html}</dd></div>`).join('')}</dl>`
}

const typeOf = (schema: Schema | undefined): string => {
  if (!schema) return ''
  if (schema.enum) return (schema.enum as unknown[]).map((value) => JSON.stringify(value)).join(', ')
  if (schema.type === 'array') return `list of ${typeOf(schema.items)}`
  return [schema.type ?? 'any value', schema.format].filter(Boolean).join(', ')
}

function parametersOf({ parameters }: Operation): string {
  if (parameters.length === 0) return ''
  const rows = parameters.map(({ name, in: place, required, description, schema }) => [
    `<code>${escape(name)}</code>`,
    `${place}${required ? ', required' : ''}`,
    escape(typeOf(schema)),
    prose(description),
  ])
  return `<h2 id="parameters">Parameters</h2>${table('Parameters', ['name', 'where', 'type', 'meaning'], rows)}`
}

const membersTable = (name: string, schema: Schema | undefined) => {
  const rows = Object.entries(schema?.properties ?? {}).map(([member, one]) => [
    `<code>${escape(member)}</code>${schema?.required?.includes(member) ? ', required' : ''}`,
    escape(typeOf(one)),
    prose(one.description ?? ''),
  ])
  return rows.length > 0 ? table(name, ['member', 'type', 'meaning'], rows) : ''
}

function bodyOf({ body }: Operation): string {
  if (!body) return ''
  const media = body.json ?? body.content[0]
  return `<h2 id="body-of-the-request">Body of the request</h2><p>${prose(body.description)} ${body.required ? '' : 'It may be left out.'}</p>${membersTable('Members of the body', media?.schema)}`
}

const shownJson = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value, undefined, 2))

function answersOf({ answers }: Operation): string {
  const successes = answers.filter(({ status }) => status < 400 && status > 0)
  return `<h2 id="answers">Answers</h2>${successes.map(answerOf).join('\n')}`
}

function answerOf({ key, description, headers, json }: Answer): string {
  const example = json && exampleOf(json, 'answer')
  const names = headers.map(({ name }) => `<code>${escape(name)}</code>`).join(', ')
  return [
    `<h3>${escape(key)}</h3><p>${prose(description)}${names ? ` Headers: ${names}.` : ''}</p>`,
    example === undefined ? '' : codeBlock(`Example of the answer ${key}`, shownJson(example)),
  ].join('')
}

function failuresSection(model: Model, operation: Operation): string {
  const failures = failuresOf(operation)
  const items = failures.map(({ status, slug, description, request, example }) => {
    const known = model.problemTypes[slug]
    const name = known ? link(addressOf.problem(slug), known.title) : ''
    const shown =
      example === undefined
        ? ''
        : `<p>${status === 400 ? 'For example' : 'Asked for'}: <code>${escape(request)}</code></p>${codeBlock(`Example of ${String(status)}`, shownJson(example))}`
    return `<details><summary><strong>${String(status)}</strong> ${prose(description)}</summary>${known ? `<p>Problem: ${name}</p>` : ''}${shown}</details>`
  })
  return items.length > 0 ? `<h2 id="failures">Failures</h2>${items.join('\n')}` : ''
}
