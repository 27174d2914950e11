// generated/client-sdk/: the SDK's facade. It is source of the package client-sdk, whose runtime it calls.
import type { Model } from '../model.ts'
import { renderAbout } from './about.ts'
import { renderClient } from './client.ts'
import { renderErrorNames } from './error-names.ts'
import { renderErrors } from './errors.ts'
import { renderModels } from './models.ts'
import { renderMcp } from './mcp.ts'
import { renderMsw } from './msw.ts'
import { renderProblemStatuses } from './problem-statuses.ts'
import { renderReactQuery } from './react-query.ts'
import { renderResources } from './resources.ts'

/** Path under generated/client-sdk/ → its content. */
export function renderClientSdk(model: Model): Record<string, string> {
  return {
    'about.ts': renderAbout(model),
    'client.ts': renderClient(model),
    'error-names.ts': renderErrorNames(model),
    'errors.ts': renderErrors(model),
    'models.ts': renderModels(model),
    ...(model.operations.some(({ protocol }) => protocol) && { 'mcp.ts': renderMcp(model) }),
    'msw.ts': renderMsw(model),
    'react-query.ts': renderReactQuery(model),
    'problem-statuses.ts': renderProblemStatuses(model),
    ...renderResources(model),
  }
}
