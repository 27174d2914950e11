// The Redocly plugin `contract`: the rules that redocly.yaml turns on as contract/…, and the types of our extensions.
import type { Oas3Rule, Plugin } from '@redocly/openapi-core'
import { boundedHeads } from './rules/bounded-heads.ts'
import { boundedSchemas } from './rules/bounded-schemas.ts'
import { closedRequests } from './rules/closed-requests.ts'
import { describedSchemas } from './rules/described-schemas.ts'
import { documentedStatuses } from './rules/documented-statuses.ts'
import { etags } from './rules/etags.ts'
import { knownExtensions } from './rules/known-extensions.ts'
import { noUnusedDefinitions } from './rules/no-unused-definitions.ts'
import { pagination } from './rules/pagination.ts'
import { problemExamples } from './rules/problem-examples.ts'
import { responseMediaTypes } from './rules/response-media-types.ts'
import { scalarParameters } from './rules/scalar-parameters.ts'
import { unambiguousPaths } from './rules/unambiguous-paths.ts'
import { validHeaderExamples } from './rules/valid-header-examples.ts'
import { withoutThrowing } from './without-throwing.ts'

const rules: Record<string, Oas3Rule> = {
  'bounded-heads': boundedHeads,
  'bounded-schemas': boundedSchemas,
  'closed-requests': closedRequests,
  'described-schemas': describedSchemas,
  'documented-statuses': documentedStatuses,
  etags,
  'known-extensions': knownExtensions,
  'no-unused-definitions': noUnusedDefinitions,
  pagination,
  'problem-examples': problemExamples,
  'response-media-types': responseMediaTypes,
  'scalar-parameters': scalarParameters,
  'unambiguous-paths': unambiguousPaths,
  'valid-header-examples': validHeaderExamples,
}

/** Redocly follows references only in nodes whose type it knows. */
const typeExtension: NonNullable<Plugin['typeExtension']> = {
  oas3: (types) => ({
    ...types,
    Root: { ...types.Root, properties: { ...types.Root?.properties, 'x-events': 'EventList' } },
    EventList: { properties: {}, items: 'Event' },
    Event: {
      properties: {
        source: { type: 'string' },
        detailType: { type: 'string' },
        description: { type: 'string' },
        detail: 'Schema',
      },
      required: ['source', 'detailType', 'description', 'detail'],
    },
  }),
}

export default function contract(): Plugin {
  const guarded = Object.entries(rules).map(([name, rule]): [string, Oas3Rule] => [name, withoutThrowing(rule)])
  return { id: 'contract', rules: { oas3: Object.fromEntries(guarded) }, typeExtension }
}
