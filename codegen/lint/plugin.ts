// The rules of the contract that redocly.yaml turns on as frontdesk/…
import type { Plugin } from '@redocly/openapi-core'
import { boundedSchemas } from './rules/bounded-schemas.ts'
import { closedRequests } from './rules/closed-requests.ts'
import { describedSchemas } from './rules/described-schemas.ts'
import { documentedStatuses } from './rules/documented-statuses.ts'
import { etags } from './rules/etags.ts'
import { knownExtensions } from './rules/known-extensions.ts'
import { noUnusedDefinitions } from './rules/no-unused-definitions.ts'
import { pagination } from './rules/pagination.ts'
import { problemExamples } from './rules/problem-examples.ts'
import { problemResponses } from './rules/problem-responses.ts'
import { validHeaderExamples } from './rules/valid-header-examples.ts'

export default function frontdesk(): Plugin {
  return {
    id: 'frontdesk',
    rules: {
      oas3: {
        'bounded-schemas': boundedSchemas,
        'closed-requests': closedRequests,
        'described-schemas': describedSchemas,
        'documented-statuses': documentedStatuses,
        etags,
        'known-extensions': knownExtensions,
        'no-unused-definitions': noUnusedDefinitions,
        pagination,
        'problem-examples': problemExamples,
        'problem-responses': problemResponses,
        'valid-header-examples': validHeaderExamples,
      },
    },
  }
}
