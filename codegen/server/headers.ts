// generated/headers.ts: the headers that every answer carries, and those that CORS names.
import type { Contract } from '../contract.ts'

export function renderHeaders({
  'x-response-headers': headers = {},
  'x-cors': cors = { allowHeaders: [], exposeHeaders: [] },
}: Contract): string {
  const list = (names: string[]) => names.map((name) => `  '${name}',`)
  const text = (value: string) => (value.includes("'") ? JSON.stringify(value) : `'${value}'`)
  return [
    '/** Every answer carries these, whether the app or API Gateway gives it. */',
    'export const securityHeaders: Record<string, string> = {',
    ...Object.entries(headers).map(([name, value]) => `  '${name}': ${text(value)},`),
    '}',
    '',
    '/** Headers that a page of another origin may send. */',
    'export const corsAllowHeaders: string[] = [',
    ...list(cors.allowHeaders),
    ']',
    '',
    '/** Headers that a page of another origin may read. */',
    'export const corsExposeHeaders: string[] = [',
    ...list(cors.exposeHeaders),
    ']',
    '',
  ].join('\n')
}
