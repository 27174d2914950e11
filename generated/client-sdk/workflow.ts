// Generated from spec/ by `npm run generate`. Do not edit.

import { randomKey } from '../../client-sdk/src/random-key.ts'
import type { Call } from '../../client-sdk/src/call.ts'
import type { Client } from '../../client-sdk/src/client.ts'
import type { CallOptions, IdempotentOptions } from '../../client-sdk/src/options.ts'
import { startAndWait, type WaitOptions } from '../../client-sdk/src/poll.ts'
import type { WorkflowExecution, WorkflowInput, WorkflowSubmission } from './models.ts'

/** The state machine that makes sure that a customer exists, and what became of each execution. */
export interface Workflow {
  /**
   * Starts one execution of the customer workflow and returns at once. Without an `Idempotency-Key` each submit is an
   * execution of its own; with one a repeat finds the execution that the first one started.
   *
   * @param body - Which customer the execution is about.
   * @param options - Times in milliseconds, retries, `signal`, `idempotencyKey`.
   * @returns The execution was started, or had been by the same request before.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link ForbiddenError} (403) The API key is missing or not accepted.
   * @throws {@link PayloadTooLargeError} (413) The body is larger than 256 KiB.
   * @throws {@link UnsupportedMediaTypeError} (415) The body is not sent as application/json.
   * @throws {@link UnprocessableContentError} (422) The `Idempotency-Key` was used before with another body.
   * @throws {@link RateLimitError} (429) A rate limit was met, or the quota of the person is used up.
   * @throws {@link HeadersTooLargeError} (431) The request line and the header values have more than 10,240 bytes
   *   together.
   * @throws {@link ServerError} (500) The service failed.
   * @throws {@link ServiceUnavailableError} (503) A service that this one depends on cannot be reached or has too much
   *   to do.
   * @throws {@link GatewayTimeoutError} (504) A service that this one depends on did not answer in time.
   * @example
   * ```ts
   * const result = await frontdesk.workflow.submit({ id: 'c-1042' })
   * console.log(result)
   * ```
   */
  submit(body: WorkflowInput, options?: IdempotentOptions): Call<WorkflowSubmission, 202, 'location' | 'replayed'>

  /**
   * Returns how an execution stands and, once it has succeeded, what came of it. Ask again while it is `running`, after
   * as many seconds as `Retry-After` says.
   *
   * @param executionId - Id of the execution. An id that no execution can have is a 404, as an unknown id is.
   * @param options - Times in milliseconds, retries, `signal`.
   * @returns The execution. `Retry-After` is there while it is running.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link ForbiddenError} (403) The API key is missing or not accepted.
   * @throws {@link NotFoundError} (404) There is no item with this id.
   * @throws {@link RateLimitError} (429) A rate limit was met, or the quota of the person is used up.
   * @throws {@link HeadersTooLargeError} (431) The request line and the header values have more than 10,240 bytes
   *   together.
   * @throws {@link ServerError} (500) The service failed.
   * @throws {@link ServiceUnavailableError} (503) A service that this one depends on cannot be reached or has too much
   *   to do.
   * @throws {@link GatewayTimeoutError} (504) A service that this one depends on did not answer in time.
   * @example
   * ```ts
   * const result = await frontdesk.workflow.getExecution('8d1f6a34-52c0-4e7b-9a0f-3c6b1d2e4f57')
   * console.log(result)
   * ```
   */
  getExecution(executionId: string, options?: CallOptions): Call<WorkflowExecution, 200, 'retryAfter'>

  /**
   * Submit a customer to the workflow, and wait until it is done, asking as often as `Retry-After` says.
   * How it ended is an answer, not an error: look at `status`.
   *
   * @param body - Which customer the execution is about.
   * @param options - `timeout` in all in milliseconds (120,000), `onState`, `signal`, `idempotencyKey`.
   * @returns Resolves to the {@link WorkflowExecution} as `getExecution` gives it once its `status` is no longer
   *   `running`: `executionId`, `status`, `outcome`, `startedAt`, `stoppedAt`.
   * @throws {@link TimeoutError} when it is not done in time. It goes on, as after every failure of the waiting. The
   *   error has its `executionId`, with which `getExecution` asks again.
   * @example
   * ```ts
   * const { status, executionId } = await frontdesk.workflow.submitAndWait({ id: 'c-1042' }, { timeout: 60_000 })
   * ```
   */
  submitAndWait(body: WorkflowInput, options?: WaitOptions<WorkflowExecution>): Promise<WorkflowExecution>
}

/**
 * The state machine that makes sure that a customer exists, and what became of each execution.
 *
 * For bundles that want only some resources; `createFrontdesk` has them all.
 */
export function workflow(client: Client): Workflow {
  const resource: Workflow = {
    submit: (body, options) =>
      client.send(
        { id: 'submitWorkflow', method: 'POST', path: '/workflow/submit', auth: 'apiKey', repeat: randomKey },
        { body },
        options,
      ),
    getExecution: (executionId, options) =>
      client.send(
        { id: 'getWorkflowExecution', method: 'GET', path: '/workflow/executions/{executionId}', auth: 'apiKey' },
        { path: { executionId } },
        options,
      ),
    submitAndWait: (body, options) =>
      startAndWait(
        client,
        {
          name: 'submitAndWait',
          ids: ['executionId'],
          takesKey: true,
          start: (settings) => resource.submit(body, settings),
          ask: (started: WorkflowSubmission, settings) => resource.getExecution(started.executionId, settings),
          isRunning: ({ status }) => status === 'running',
        },
        options,
      ),
  }
  return resource
}
