// generated/client-sdk/: the SDK's facade. It is source of the package client-sdk, whose runtime it calls.
import type { Contract } from '../contract.ts'
import { renderErrors } from './errors.ts'
import { renderModels } from './models.ts'
import { renderMsw } from './msw.ts'
import { renderProblemStatuses } from './problem-statuses.ts'
import { renderReactQuery } from './react-query.ts'
import { renderResources } from './resources.ts'

/** Path under generated/client-sdk/ → its content. */
export function renderClientSdk(contract: Contract): Record<string, string> {
  return {
    'errors.ts': renderErrors(contract),
    'models.ts': renderModels(contract),
    'msw.ts': renderMsw(contract),
    'react-query.ts': renderReactQuery(contract),
    'problem-statuses.ts': renderProblemStatuses(contract),
    ...renderResources(contract),
  }
}
