// The answers below /local-cloud/: never kept by a browser, and never given to another origin.
import type { ServerResponse } from 'node:http'

export const dataHeaders = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

export function send(response: ServerResponse, status: number, type: string, body: string) {
  const own = { 'Content-Type': type, 'Content-Length': Buffer.byteLength(body) }
  response.writeHead(status, { ...dataHeaders, ...own }).end(body)
}

export const sendText = (response: ServerResponse, status: number, sentence: string) =>
  send(response, status, 'text/plain; charset=utf-8', `${sentence}\n`)
