// The table in docs/agent-rules.md: each rule of each platform, and whether our own documents keep it.
import { kindOf } from '../agents/lint/kind.ts'
import { lint } from '../agents/lint/lint.ts'
import { platformsFor } from '../agents/lint/platforms.ts'
import { allRules, documentRules, kindNamed, preconditions } from '../agents/rules/index.ts'
import type { Rule } from '../agents/rules/rule.ts'
import { markdownTable } from './table.ts'

/** @param agents Our documents, by their name in generated/agents. */
export function renderAgentRules(agents: Record<string, object>): string {
  const asked = new Set<Rule>()
  const broken = new Set<string>()
  for (const [name, document] of Object.entries(agents)) {
    const { rules, platforms } = rulesFor(name, document)
    for (const rule of rules) asked.add(rule)
    for (const { platform, rule } of lint(document, { platforms })) broken.add(`${platform}/${rule}`)
  }
  const statusOf = (rule: Rule) => {
    if (!asked.has(rule)) return 'not asked'
    return broken.has(`${rule.platform}/${rule.id}`) ? 'broken' : 'kept'
  }
  const rows = allRules.map((rule) => {
    const { platform, id, level, says, source } = rule
    const link = `[${source.document}](${source.url})`
    return [platform, `\`${id}\``, level, says.replaceAll('|', '\\|'), statusOf(rule), link]
  })
  return markdownTable(['platform', 'rule', 'level', 'what it asks', 'ours', 'source'], rows)
}

/** The rules that are asked about the document, those of the document inside it among them. */
function rulesFor(name: string, document: object) {
  const kind = kindOf(document)
  const platforms = kind ? platformsFor(name, kind) : []
  const { rules, payload } = kind ? kindNamed(kind) : { rules: {}, payload: undefined }
  const inside = payload && (kindNamed('openapi').rules[payload.platform] ?? [])
  return {
    platforms,
    rules: [...preconditions, ...documentRules, ...platforms.flatMap((one) => rules[one] ?? []), ...(inside ?? [])],
  }
}
