// The names of a tree, as `npm run generate` wrote them.
import type { Names } from '../model/names.ts'
import { namesOf } from '../model/names.ts'
import { readText } from './tree.ts'

export function namesOfTree(root: string): Names {
  const [, title = ''] = /export const title = '(.*)'/.exec(readText(root, 'generated/names.ts')) ?? []
  return namesOf(title.replaceAll("\\'", "'"))
}
