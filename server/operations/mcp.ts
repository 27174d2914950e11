// The Model Context Protocol, and the documents that tell its clients where to sign in.
import type { Operation, OperationResult } from '../operation.ts'

export const mcp: Operation<'mcp'> = async (_request, context) => {
  const { answer } = await context.assistants()
  // Safe cast: the answer is the JSON of such a result.
  return (await answer(context)) as unknown as OperationResult<'mcp'>
}

export const getProtectedResource: Operation<'getProtectedResource'> = async (_request, { message, assistants }) =>
  (await assistants()).protectedResource(message)

export const getMcpProtectedResource: Operation<'getMcpProtectedResource'> = getProtectedResource

export const getAuthorizationServer: Operation<'getAuthorizationServer'> = async (_request, { message, assistants }) =>
  (await assistants()).authorizationServer(message)
