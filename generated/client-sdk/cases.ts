// Generated from spec/ by `npm run generate`. Do not edit.

import { randomKey } from '../../client-sdk/src/random-key.ts'
import type { Call } from '../../client-sdk/src/call.ts'
import type { Client } from '../../client-sdk/src/client.ts'
import type {
  CallOptions,
  ConditionalOptions,
  IdempotentOptions,
  RevalidationOptions,
} from '../../client-sdk/src/options.ts'
import { listOf, type List } from '../../client-sdk/src/pages.ts'
import { updateWith, type UpdateWithOptions } from '../../client-sdk/src/update-with.ts'
import { upload, type UploadedFile, type UploadOptions, type UploadSource } from '../../client-sdk/src/upload.ts'
import type {
  Case,
  CaseFile,
  CaseFileList,
  CaseInput,
  CaseList,
  CasePatch,
  CaseUpload,
  GetCaseUploadUrlQuery,
  ListCaseFilesQuery,
  ListCasesQuery,
} from './models.ts'

/** Requests that someone has to work on, with their files. */
export interface Cases {
  /**
   * Lists cases, newest first, all of them or those in one status.
   *
   * @param query - `status`: Only cases in this status. `limit`: How many items a page holds at most. Default 25.
   *   `cursor`: Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and filter.
   * @param options - Times in milliseconds, retries, `signal`.
   * @returns A page of cases.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link UnauthenticatedError} (401) The token is missing or not accepted.
   * @throws {@link ForbiddenError} (403) The access token lacks the operation's scope.
   * @throws {@link RateLimitError} (429) A rate limit was met, or the quota of the person is used up.
   * @throws {@link HeadersTooLargeError} (431) The request line and the header values have more than 10,240 bytes
   *   together.
   * @throws {@link ServerError} (500) The service failed.
   * @throws {@link ServiceUnavailableError} (503) A service that this one depends on cannot be reached or has too much
   *   to do.
   * @throws {@link GatewayTimeoutError} (504) A service that this one depends on did not answer in time.
   * @example
   * ```ts
   * for await (const item of frontdesk.cases.list({ status: 'open', limit: 25 })) {
   *   console.log(item)
   * }
   * ```
   */
  list(query?: ListCasesQuery, options?: CallOptions): List<CaseList, Case>

  /**
   * Creates a case in status `open` and returns it with its id.
   *
   * @param body - What the case is about.
   * @param options - Times in milliseconds, retries, `signal`, `idempotencyKey`.
   * @returns The case was created, or had been by the same request before.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link UnauthenticatedError} (401) The token is missing or not accepted.
   * @throws {@link ForbiddenError} (403) The access token lacks the operation's scope.
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
   * const result = await frontdesk.cases.create({
   *   description: 'The kiosk at gate A4 does not print tickets.',
   *   metadata: { site: 'A4', priority: 'high' },
   * })
   * console.log(result)
   * ```
   */
  create(body: CaseInput, options?: IdempotentOptions): Call<Case, 201, 'etag' | 'location' | 'replayed'>

  /**
   * Returns one case by its id.
   *
   * @param caseId - Id of the case, as `listCases` gives it.
   * @param options - Times in milliseconds, retries, `signal`, `ifNoneMatch`.
   * @returns The case.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link UnauthenticatedError} (401) The token is missing or not accepted.
   * @throws {@link ForbiddenError} (403) The access token lacks the operation's scope.
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
   * const result = await frontdesk.cases.get('0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10')
   * console.log(result)
   * ```
   */
  get(caseId: string, options: RevalidationOptions): Call<Case | undefined, 200 | 304, 'etag'>
  /**
   * Returns one case by its id.
   *
   * @param caseId - Id of the case, as `listCases` gives it.
   * @param options - Times in milliseconds, retries, `signal`, `ifNoneMatch`.
   * @returns The case.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link UnauthenticatedError} (401) The token is missing or not accepted.
   * @throws {@link ForbiddenError} (403) The access token lacks the operation's scope.
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
   * const result = await frontdesk.cases.get('0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10')
   * console.log(result)
   * ```
   */
  get(caseId: string, options?: CallOptions): Call<Case, 200, 'etag'>

  /**
   * Changes the given members of a case and leaves the others. `metadata` is replaced as a whole.
   *
   * @param caseId - Id of the case, as `listCases` gives it.
   * @param body - The members to change, at least one.
   * @param options - Times in milliseconds, retries, `signal`, `ifMatch`.
   * @returns The case as it is now.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link UnauthenticatedError} (401) The token is missing or not accepted.
   * @throws {@link ForbiddenError} (403) The access token lacks the operation's scope.
   * @throws {@link NotFoundError} (404) There is no item with this id.
   * @throws {@link PreconditionFailedError} (412) The item has changed since the ETag in `If-Match` was read.
   * @throws {@link PayloadTooLargeError} (413) The body is larger than 256 KiB.
   * @throws {@link UnsupportedMediaTypeError} (415) The body is not sent as application/json.
   * @throws {@link RateLimitError} (429) A rate limit was met, or the quota of the person is used up.
   * @throws {@link HeadersTooLargeError} (431) The request line and the header values have more than 10,240 bytes
   *   together.
   * @throws {@link ServerError} (500) The service failed.
   * @throws {@link ServiceUnavailableError} (503) A service that this one depends on cannot be reached or has too much
   *   to do.
   * @throws {@link GatewayTimeoutError} (504) A service that this one depends on did not answer in time.
   * @example
   * ```ts
   * const result = await frontdesk.cases.update('0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10', { status: 'resolved' })
   * console.log(result)
   * ```
   */
  update(caseId: string, body: CasePatch, options?: ConditionalOptions): Call<Case, 200, 'etag'>

  /**
   * Returns a URL to which one file is sent by PUT with the headers that the answer names. The URL enforces the content
   * type. With `contentLength` it also enforces the length, writes once, and is valid for 15 minutes; a second PUT is
   * answered 412. Without `contentLength` it is valid for 5 minutes, and a file larger than 100 MiB is removed after it
   * has arrived.
   *
   * @param caseId - Id of the case, as `listCases` gives it.
   * @param query - `fileName`: Name of the file, at most 255 bytes in UTF-8. It has no slashes, backslashes, control
   *   characters, line or paragraph separators, and no invisible characters that change the direction of text. A name
   *   is made up when it is left out. `contentType`: Media type of the file with its parameters (RFC 9110), as a
   *   browser names it: `video/webm;codecs=vp8,opus`. Default "application/octet-stream". `contentLength`: Length of
   *   the file in bytes, at most 100 MiB. Give it unless you cannot know it.
   * @param options - Times in milliseconds, retries, `signal`.
   * @returns Where and how to send the file.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link UnauthenticatedError} (401) The token is missing or not accepted.
   * @throws {@link ForbiddenError} (403) The access token lacks the operation's scope.
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
   * const file = new Blob(['…'], { type: 'application/pdf' })
   * const { key } = await frontdesk.cases.upload(
   *   '0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10',
   *   file,
   *   { fileName: 'receipt.pdf' },
   * )
   * console.log(key)
   * ```
   */
  getUploadUrl(caseId: string, query?: GetCaseUploadUrlQuery, options?: CallOptions): Call<CaseUpload, 200>

  /**
   * Lists the files that have been uploaded to a case, each with a download URL that is valid for 15 minutes. A page
   * may have fewer files than `limit` while there are more: files that are larger than 100 MiB, or were removed at this
   * moment, are left out.
   *
   * @param caseId - Id of the case, as `listCases` gives it.
   * @param query - `limit`: How many files a page holds at most. Default 25. `cursor`: Where the page begins; the
   *   `nextCursor` of the page before it. It belongs to this operation and filter.
   * @param options - Times in milliseconds, retries, `signal`.
   * @returns A page of files.
   * @throws {@link BadRequestError} (400) The request does not match the contract.
   * @throws {@link UnauthenticatedError} (401) The token is missing or not accepted.
   * @throws {@link ForbiddenError} (403) The access token lacks the operation's scope.
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
   * for await (const item of frontdesk.cases.listFiles('0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10', { limit: 25 })) {
   *   console.log(item)
   * }
   * ```
   */
  listFiles(caseId: string, query?: ListCaseFilesQuery, options?: CallOptions): List<CaseFileList, CaseFile>

  /**
   * Reads the item, lets `change` say what to change, and writes that on the condition that nobody else wrote in
   * between. When somebody did, it begins again, at most `maxConflicts` times (3).
   *
   * @param caseId - Id of the case, as `listCases` gives it.
   * @param change - Gives the members to change, or `undefined` to leave the item as it is. May be called again.
   * @returns The item as it is now.
   * @throws {@link PreconditionFailedError} (412) when it was changed again and again, and all that `get` and `update`
   *   throw.
   */
  updateWith(
    caseId: string,
    change: (current: Case) => CasePatch | undefined | Promise<CasePatch | undefined>,
    options?: UpdateWithOptions,
  ): Promise<Case>

  /**
   * Uploads a file to the presigned URL that it asks for first, in browsers and in Node. When the URL has expired or
   * the connection breaks, it is sent again to a fresh one; a stream, which can be read only once, is not.
   *
   * @param caseId - Id of the case, as `listCases` gives it.
   * @param file - A File, Blob, Buffer or other bytes; or a stream, with `contentLength`.
   * @param options - Name, type, `onProgress`, `signal`, times in milliseconds.
   * @returns The key under which the file is kept, its length in bytes, and its type.
   * @throws {@link ProblemError} all that asking for the URL throws, and what the storage answers.
   * @example
   * ```ts
   * const { key } = await frontdesk.cases.upload(
   *   caseId,
   *   file,
   *   { onProgress: ({ loaded, total }) => show(loaded / total) },
   * )
   * ```
   */
  upload(caseId: string, file: UploadSource, options?: UploadOptions): Promise<UploadedFile>
}

/**
 * Requests that someone has to work on, with their files.
 *
 * For bundles that want only some resources; `createFrontdesk` has them all.
 */
export function cases(client: Client): Cases {
  const resource: Cases = {
    list: (query, options) =>
      listOf(
        client,
        { id: 'listCases', method: 'GET', path: '/cases', auth: 'token' },
        'cases',
        25,
        { query },
        options,
      ),
    create: (body, options) =>
      client.send(
        { id: 'createCase', method: 'POST', path: '/cases', auth: 'token', repeat: randomKey },
        { body },
        options,
      ),
    get: (caseId: string, options?: CallOptions) =>
      client.send<never, never, 'etag'>(
        { id: 'getCase', method: 'GET', path: '/cases/{caseId}', auth: 'token' },
        { path: { caseId } },
        options,
      ),
    update: (caseId, body, options) =>
      client.send(
        { id: 'updateCase', method: 'PUT', path: '/cases/{caseId}', auth: 'token' },
        { path: { caseId }, body },
        options,
      ),
    getUploadUrl: (caseId, query, options) =>
      client.send(
        { id: 'getCaseUploadUrl', method: 'GET', path: '/cases/{caseId}/upload', auth: 'token' },
        { path: { caseId }, query },
        options,
      ),
    listFiles: (caseId, query, options) =>
      listOf(
        client,
        { id: 'listCaseFiles', method: 'GET', path: '/cases/{caseId}/files', auth: 'token' },
        'files',
        25,
        { path: { caseId }, query },
        options,
      ),
    updateWith: (caseId, change, options) =>
      updateWith(
        client,
        (settings) => resource.get(caseId, settings),
        (patch: CasePatch, settings) => resource.update(caseId, patch, settings),
        change,
        options,
      ),
    upload: (caseId, file, options) =>
      upload(client, (query, settings) => resource.getUploadUrl(caseId, query, settings), file, options),
  }
  return resource
}
