// The rule set `limits`: what the machinery cannot do. All are errors, whatever a project's own style is.
import type { RuleConfig } from '@redocly/openapi-core'

export const limits: Record<string, RuleConfig> = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'no-identical-paths': 'error',
  'no-path-trailing-slash': 'off',
  'path-declaration-must-exist': 'error',
  'path-not-include-query': 'error',
  'path-parameters-defined': 'error',
  'operation-operationId-unique': 'error',
  'operation-parameters-unique': 'error',
}
