// The table of constructs in docs/openapi.md. The tests in codegen/constructs hold what it says.
import { sections } from '../constructs/index.ts'
import { contractOf, type Construct } from '../constructs/construct.ts'
import { peersOf, type Support } from '../constructs/measured.ts'
import { refusalsOf } from '../gateway/index.ts'
import { modelOf } from '../model.ts'
import { markdownTable } from './table.ts'

const words: Record<Support, string> = { yes: 'yes', no: 'no', open: 'accepts wrong requests' }

let rendered: string | undefined

/** No contract changes it, so a process that stays makes it once. */
export const renderConstructs = (): string => (rendered ??= renderSections())

function renderSections(): string {
  return Object.entries(sections)
    .map(([title, constructs]) => `### ${title}\n\n${markdownTable(columns, constructs.map(rowOf))}`)
    .join('\n\n')
}

const columns = ['construct', 'here', 'rule of our style', 'openapi-backend', 'Prism', 'hey-api', 'API Gateway']

function rowOf(construct: Construct): string[] {
  const { name, refused, house, heyApi } = construct
  const { backend = 'no', prism = 'no' } = peersOf(name) ?? {}
  const here = refused ? `refused: ${refused.reason} (\`${refused.rule}\`)` : 'works'
  return [name, here, house ? `\`${house}\`` : '', words[backend], words[prism], heyApi, gatewayOf(construct)]
}

/** What codegen/gateway says of the construct alone. */
function gatewayOf(construct: Construct): string {
  if (construct.refused) return ''
  return refusalsOf(modelOf(contractOf([construct]))).length > 0 ? 'refused' : 'taken'
}
