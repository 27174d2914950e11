// generated/client-sdk/about.ts: how the SDK calls itself to the service, and the variable that sets its log.
import type { Model } from '../model.ts'
import { comment } from '../typescript/comment.ts'
import { hardline, join, print, type Doc } from '../typescript/print.ts'
import { quote } from '../typescript/syntax.ts'
import { packageVersion } from './package-name.ts'

export function renderAbout({ names: { name } }: Model): string {
  const constant = (doc: string, variable: string, value: string): Doc => [
    comment(doc),
    `export const ${variable} = ${quote(value)}`,
    hardline,
  ]
  return print(
    join(hardline, [
      constant('The header that names the SDK and its platform.', 'header', `x-${name}-client`),
      constant('The SDK with its version.', 'client', `${name}-client-sdk/${packageVersion}`),
      constant('The environment variable of the log.', 'logVariable', `${name.replaceAll('-', '_').toUpperCase()}_LOG`),
    ]),
  )
}
