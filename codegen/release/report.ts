// The report of contract:diff: the changes for each consumer, the largest first, and the version that they ask for.
import { bumps, consumers, type Change, type Consumer } from './change.ts'

/** What each kind of consumer is called. */
const titles: Record<Consumer, string> = {
  sdk: 'Programs with the SDK',
  wire: 'Programs that send requests',
  agents: 'Assistants',
  gateway: 'Whoever deploys the API',
}

/** The most operations that a line names. */
const listed = 4

function placeOf({ at }: Change): string {
  if (at.length === 0) return ''
  const rest = at.length - listed
  const names = rest > 0 ? [...at.slice(0, listed), `${rest} more`] : at
  return `${names.join(', ')}: `
}

export function reportOf(changes: Change[], { isMarkdown = false } = {}): string {
  const parts = consumers.flatMap((consumer) => {
    const own = changes
      .filter(({ asks }) => (asks[consumer] ?? 'none') !== 'none')
      .sort((a, b) => bumps.indexOf(b.asks[consumer] ?? 'none') - bumps.indexOf(a.asks[consumer] ?? 'none'))
    if (own.length === 0) return []
    const lines = own.map((change) => {
      const bump = change.asks[consumer] ?? 'none'
      const text = placeOf(change) + change.text
      return isMarkdown ? `- **${bump}** ${text}` : `  ${bump.padEnd(6)} ${text}`
    })
    return [`${isMarkdown ? '### ' : ''}${titles[consumer]}${isMarkdown ? '\n' : ''}\n${lines.join('\n')}`]
  })
  return parts.length > 0 ? parts.join('\n\n') : 'Nothing has changed that a consumer meets.'
}
