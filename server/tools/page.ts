// A page of a list that a model can read: one that is too large is asked for again.
import type { HttpResponse } from '../http/message.ts'
import { limitOf, type ToolRequest } from './request.ts'

/** Sends a request to the app in the caller's name. */
export type Send = (request: ToolRequest) => Promise<HttpResponse>

/** A page that is too large is asked for again with half the limit. Its cursor goes on from there, so nothing is lost. */
export async function fittingPage(request: ToolRequest, send: Send, maxBytes: number): Promise<HttpResponse> {
  let { query } = request
  for (;;) {
    const response = await send({ ...request, query })
    const half = Math.floor(limitOf(query) / 2)
    const isLarge = Buffer.byteLength(response.body ?? '') > maxBytes
    if (!isLarge || response.status >= 400 || !(half >= 1)) return response
    query = { ...query, limit: [String(half)] }
  }
}
