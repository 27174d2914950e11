// The page of a problem: what happened, what to do, and which operations answer so.
import type { Model, Operation } from '../../model.ts'
import { failuresOf, type Failure } from '../error-examples.ts'
import { addressOf } from './addresses.ts'
import { methodLabel, type Page } from './layout.ts'
import { codeBlock, escape, link, prose, table } from './markup.ts'

export type Cases = Map<string, { operation: Operation; failure: Failure }[]>

/** Problem → the operations that document it. */
export function casesOf(model: Model): Cases {
  const cases: Cases = new Map()
  for (const operation of model.operations) {
    for (const failure of failuresOf(operation)) {
      cases.set(failure.slug, [...(cases.get(failure.slug) ?? []), { operation, failure }])
    }
  }
  return cases
}

export function problemPage(model: Model, slug: string, cases: Cases): Page {
  const { title = slug, status = 0, description = '', remedy } = model.problemTypes[slug] ?? {}
  const own = cases.get(slug) ?? []
  const isEverywhere = own.length === model.operations.length
  const [first] = own
  return {
    address: addressOf.problem(slug),
    title: `${String(status)} ${title}`,
    lead: `<code>type</code> is <code>/docs/problems/${escape(slug)}</code>`,
    main: [
      `<h2 id="what-happened">What happened</h2><p>${prose(description)}</p>`,
      `<h2 id="what-to-do">What to do</h2><p>${prose(remedy ?? remedyFor(status))}</p>`,
      sdkHint(model, status),
      `<h2 id="which-operations">Which operations</h2>${own.length > 0 ? `<p>${isEverywhere ? 'Every operation.' : `${String(own.length)} of ${String(model.operations.length)} operations.`}</p>${list(own)}` : '<p>No single operation: the service answers so before it has found one.</p>'}`,
      first
        ? `<h2 id="example">Example</h2><p><code>${escape(first.failure.request)}</code></p>${codeBlock('The problem as JSON', JSON.stringify(first.failure.example, undefined, 2))}`
        : '',
    ].join('\n'),
  }
}

/** For a contract whose problem types say nothing of their own. */
const remedyFor = (status: number) =>
  status >= 500
    ? 'Send the request again later. Quote the `requestId` when you ask for help.'
    : 'Change the request as `detail` says. The same request gets the same answer.'

function sdkHint({ sdkErrors }: Model, status: number): string {
  const name = sdkErrors[String(status)] ?? (status >= 500 ? sdkErrors['5XX'] : undefined)
  return name
    ? `<p>The SDK throws a <code>${escape(name)}</code>. Branch on its <code>type</code>, and show its <code>detail</code>.</p>`
    : ''
}

const list = (own: { operation: Operation }[]) =>
  `<ul class="links">${own.map(({ operation: { operationId, method, path, summary } }) => `<li>${methodLabel(method)}${link(addressOf.operation(operationId), summary || operationId)} <code>${escape(path)}</code></li>`).join('\n')}</ul>`

export function problemsPage(model: Model, cases: Cases): Page {
  const rows = Object.entries(model.problemTypes).map(([slug, { title, status, description }]) => [
    String(status),
    link(addressOf.problem(slug), title),
    prose(description),
    String(cases.get(slug)?.length ?? 0),
  ])
  return {
    address: addressOf.problems,
    title: 'Problems',
    lead: 'Every failure is a problem document (RFC 9457). Its <code>type</code> leads to one of these pages.',
    main: table('Problems', ['status', 'problem', 'what happened', 'operations'], rows),
  }
}
