// The rule set `limits`: what the machinery cannot do. All are errors, whatever a project's own style is.
import type { RuleConfig } from '@redocly/openapi-core'

export const limits: Record<string, RuleConfig> = {
  struct: 'error',
  'no-unresolved-refs': 'error',
  'no-identical-paths': 'error',
  'no-undefined-server-variable': 'error',
  'path-declaration-must-exist': 'error',
  'path-not-include-query': 'error',
  'path-parameters-defined': 'error',
  'operation-operationId-unique': 'error',
  'operation-parameters-unique': 'error',
  'spec-components-invalid-map-name': 'error',
  'contract/declared-security': 'error',
  'contract/delete-bodies': 'error',
  'contract/distinct-branches': 'error',
  'contract/event-streams': 'error',
  'contract/linear-patterns': 'error',
  'contract/mapped-schemas': 'error',
  'contract/method-bodies': 'error',
  'contract/one-address': 'error',
  'contract/parameter-styles': 'error',
  'contract/possible-enums': 'error',
  'contract/possible-schemas': 'error',
  'contract/safe-numbers': 'error',
  'contract/sendable-methods': 'error',
  'contract/sendable-paths': 'error',
  'contract/sendable-types': 'error',
  'contract/sound-patterns': 'error',
  'contract/typed-defaults': 'error',
  'contract/valid-defaults': 'error',
  'contract/words-of-30': 'error',
}

/**
 * The limits of a contract of any place, which its team may not be free to change. docs/openapi.md says how the softer
 * ones are carried, most with a warning.
 */
export const carried: Record<string, RuleConfig> = {
  ...limits,
  'contract/delete-bodies': 'warn',
  'contract/distinct-branches': 'warn',
  'contract/linear-patterns': { severity: 'error', unlessProgram: true },
  'contract/lost-words': 'warn',
  'contract/one-address': 'warn',
  'contract/possible-enums': 'warn',
  'no-undefined-server-variable': 'warn',
  'contract/safe-numbers': 'warn',
  'contract/typed-defaults': 'warn',
}
