// Operations on cases and their files.
import { acceptedRevisions } from '../http/etag.ts'
import { bodyHash, newId } from '../http/idempotency.ts'
import type { Operation } from '../operation.ts'
import { pageOf } from '../http/page.ts'
import { invalid } from '../http/problem.ts'
import { isTimedPosition } from '../repositories/positions.ts'
import { changed, created, found, ok, original } from './results.ts'
import { isFilePosition, safeFileName } from '../services/file-name.ts'

export const createCase: Operation<'createCase'> = async ({ body, headers }, { cases, caller }) => {
  checkNames(body.metadata)
  const caseId = newId('createCase', caller.id, headers['idempotency-key'])
  const { stored, outcome } = original(await cases.create({ caseId, status: 'open', ...body }, bodyHash(body)))
  return created(`/cases/${caseId}`, stored, outcome)
}

export const listCases: Operation<'listCases'> = async ({ query }, { cases }) => {
  const { page, next } = pageOf(['listCases', query.status], query, isTimedPosition)
  const list = await cases.list(query.status, page)
  return { status: 200, body: { cases: list.items, ...next(list.next) } }
}

export const getCase: Operation<'getCase'> = async ({ path: { caseId } }, { cases }) =>
  ok(found(await cases.get(caseId), `case ${caseId}`))

export const updateCase: Operation<'updateCase'> = async ({ path: { caseId }, headers, body }, { cases }) => {
  checkNames(body.metadata)
  const change = await cases.update(caseId, body, acceptedRevisions(headers['if-match']))
  return ok(changed(change, `case ${caseId}`))
}

export const getCaseUploadUrl: Operation<'getCaseUploadUrl'> = async ({ path, query }, { cases, uploads }) => {
  const { contentType, contentLength } = query
  const fileName = safeFileName(query.fileName ?? 'file')
  found(await cases.get(path.caseId), `case ${path.caseId}`)
  const body = await uploads.presignUpload({ ...path, fileName, contentType, contentLength })
  return { status: 200, body }
}

export const listCaseFiles: Operation<'listCaseFiles'> = async ({ path: { caseId }, query }, { cases, uploads }) => {
  const { page, next } = pageOf(['listCaseFiles', caseId], query, isFilePosition)
  const list = await uploads.list(caseId, page)
  // A case with files exists. Only an empty list needs a look.
  if (list.files.length === 0) found(await cases.get(caseId), `case ${caseId}`)
  return { status: 200, body: { files: list.files, ...next(list.next) } }
}

const maxName = 256

/** OpenAPI 3.0 cannot bound the names of members. DynamoDB does, and refuses empty names. */
function checkNames(metadata: object = {}) {
  if (Object.keys(metadata).every((name) => name !== '' && name.length <= maxName)) return
  throw invalid({ pointer: '/metadata', detail: `must have names of 1 to ${maxName} characters` })
}
