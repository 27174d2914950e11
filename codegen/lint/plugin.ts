// The Redocly plugin `contract`: the rules that redocly.yaml turns on as contract/…, and the types of our extensions.
import type { Oas3Rule, Plugin } from '@redocly/openapi-core'
import { agentAnswers } from './rules/agent-answers.ts'
import { agentInputs } from './rules/agent-inputs.ts'
import { agentNames } from './rules/agent-names.ts'
import { agentTexts } from './rules/agent-texts.ts'
import { agents } from './rules/agents.ts'
import { boundedHeads } from './rules/bounded-heads.ts'
import { boundedSchemas } from './rules/bounded-schemas.ts'
import { callerRights } from './rules/caller-rights.ts'
import { closedRequests } from './rules/closed-requests.ts'
import { describedSchemas } from './rules/described-schemas.ts'
import { distinctBranches } from './rules/distinct-branches.ts'
import { distinctEnumValues } from './rules/distinct-enum-values.ts'
import { distinctNames } from './rules/distinct-names.ts'
import { documentedStatuses } from './rules/documented-statuses.ts'
import { eventStreams } from './rules/event-streams.ts'
import { etags } from './rules/etags.ts'
import { knownExtensions } from './rules/known-extensions.ts'
import { mappedSchemas } from './rules/mapped-schemas.ts'
import { memberNames } from './rules/member-names.ts'
import { namedEnums } from './rules/named-enums.ts'
import { noUnusedDefinitions } from './rules/no-unused-definitions.ts'
import { nullBodies } from './rules/null-bodies.ts'
import { numberFormats } from './rules/number-formats.ts'
import { pagination } from './rules/pagination.ts'
import { problemExamples } from './rules/problem-examples.ts'
import { responseHeaders } from './rules/response-headers.ts'
import { responseMediaTypes } from './rules/response-media-types.ts'
import { scalarParameters } from './rules/scalar-parameters.ts'
import { unambiguousPaths } from './rules/unambiguous-paths.ts'
import { oneAddress } from './rules/one-address.ts'
import { parameterStyles } from './rules/parameter-styles.ts'
import { possibleEnums } from './rules/possible-enums.ts'
import { typedDefaults } from './rules/typed-defaults.ts'
import { validDefaults } from './rules/valid-defaults.ts'
import { validHeaderExamples } from './rules/valid-header-examples.ts'
import { carried, limits } from './limits.ts'
import { deleteBodies } from './rules/delete-bodies.ts'
import { declaredSecurity } from './rules/declared-security.ts'
import { linearPatterns } from './rules/linear-patterns.ts'
import { methodBodies } from './rules/method-bodies.ts'
import { safeNumbers } from './rules/safe-numbers.ts'
import { sendableMethods } from './rules/sendable-methods.ts'
import { sendablePaths } from './rules/sendable-paths.ts'
import { sendableTypes } from './rules/sendable-types.ts'
import { sunsets } from './rules/sunsets.ts'
import { soundPatterns } from './rules/sound-patterns.ts'
import { lostWords } from './rules/lost-words.ts'
import { wordsOf30 } from './rules/words-of-30.ts'
import { possibleSchemas } from './rules/possible-schemas.ts'
import { withoutThrowing } from './without-throwing.ts'

const rules: Record<string, Oas3Rule> = {
  'agent-answers': agentAnswers,
  'agent-inputs': agentInputs,
  'agent-names': agentNames,
  'agent-texts': agentTexts,
  agents,
  'bounded-heads': boundedHeads,
  'bounded-schemas': boundedSchemas,
  'caller-rights': callerRights,
  'closed-requests': closedRequests,
  'described-schemas': describedSchemas,
  'distinct-branches': distinctBranches,
  'distinct-enum-values': distinctEnumValues,
  'distinct-names': distinctNames,
  'documented-statuses': documentedStatuses,
  etags,
  'known-extensions': knownExtensions,
  'mapped-schemas': mappedSchemas,
  'member-names': memberNames,
  'named-enums': namedEnums,
  'no-unused-definitions': noUnusedDefinitions,
  'event-streams': eventStreams,
  'null-bodies': nullBodies,
  'number-formats': numberFormats,
  pagination,
  'problem-examples': problemExamples,
  'response-headers': responseHeaders,
  'response-media-types': responseMediaTypes,
  'scalar-parameters': scalarParameters,
  'unambiguous-paths': unambiguousPaths,
  'declared-security': declaredSecurity,
  'delete-bodies': deleteBodies,
  'linear-patterns': linearPatterns,
  'method-bodies': methodBodies,
  'safe-numbers': safeNumbers,
  'sendable-methods': sendableMethods,
  'sendable-paths': sendablePaths,
  'sendable-types': sendableTypes,
  'sound-patterns': soundPatterns,
  sunsets,
  'lost-words': lostWords,
  'words-of-30': wordsOf30,
  'possible-schemas': possibleSchemas,
  'one-address': oneAddress,
  'parameter-styles': parameterStyles,
  'possible-enums': possibleEnums,
  'typed-defaults': typedDefaults,
  'valid-defaults': validDefaults,
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
  return {
    id: 'contract',
    rules: { oas3: Object.fromEntries(guarded) },
    configs: { limits: { rules: limits }, carried: { rules: carried } },
    typeExtension,
  }
}
