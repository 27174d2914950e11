// The callers of an added operation, and the scopes of the contract that they need.
import { Refusal } from '../failure.ts'
import { readText } from '../tree.ts'
import { accesses, type Access } from './resource.ts'

export function accessOf(text = 'user'): Access {
  const access = accesses.find((known) => known === text)
  if (!access) throw new Refusal(`--access is ${accesses.join(', ')}, not ${text.trim() || 'an empty text'}.`)
  return access
}

export function scopesOf(root: string): { read: string; write: string } {
  const [, list = ''] =
    /export const scopes: readonly string\[\] = \[([^\]]*)\]/.exec(readText(root, 'generated/names.ts')) ?? []
  const scopes = [...list.matchAll(/'([^']+)'/g)].map(([, scope = '']) => scope)
  const [read, write] = ['read', 'write'].map((right) => scopes.find((scope) => scope.endsWith(`/${right}`)))
  if (read === undefined || write === undefined)
    throw new Refusal('The contract has no scopes …/read and …/write, which users need.')
  return { read, write }
}
