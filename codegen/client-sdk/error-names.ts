// generated/client-sdk/error-names.ts: the SDK's error classes by status.
import type { Contract } from '../contract.ts'

export function renderErrorNames({ 'x-sdk-errors': names = {} }: Contract): string {
  const rows = Object.entries(names).map(
    ([status, name]) => `  ${/^\d+$/.test(status) ? status : `'${status}'`}: '${name}',`,
  )
  return [
    "/** Status → the name of the class; '5XX' stands for every other failure of the service. */",
    'export const errorNames = {',
    ...rows,
    '} as const',
    '',
  ].join('\n')
}

/** The class of a status. */
export function errorNameOf({ 'x-sdk-errors': names = {} }: Contract, status: number): string {
  return names[String(status)] ?? names[`${String(status).charAt(0)}XX`] ?? 'ProblemError'
}
