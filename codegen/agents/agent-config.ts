// Reads an administrator's values for the templates of generated/agents.
import { readFile } from 'node:fs/promises'
import { memberNames, members, type AgentConfig, type Member, type MemberName } from './placeholders.ts'

/** A member may also be given by the name in its placeholder, as in the templates: APPLICATION_ID. */
function memberOf(name: string): string {
  return memberNames.find((member) => members[member].placeholder === `\${${name}}`) ?? name
}

/** Reads the file; throws one error that lists every member that is missing though needed, unknown or malformed. */
export async function readAgentConfig(file: string, needed: MemberName[]): Promise<AgentConfig> {
  const text = await readFile(file, 'utf8')
  const written = Object.entries(parse(text, file)).map(([name, value]) => [memberOf(name), value] as const)
  const given: Record<string, unknown> = Object.fromEntries(written)
  const problems = [
    ...memberNames
      .filter((name) => written.filter(([other]) => other === name).length > 1)
      .map((name) => `${name} is given twice, also as ${members[name].placeholder}: keep one of them`),
    ...Object.keys(given)
      .filter((name) => !Object.hasOwn(members, name))
      .map((name) => `${name} is not a member; there are ${memberNames.join(', ')}`),
    ...memberNames.flatMap((name) => {
      const { form, accepts }: Member = members[name]
      const value = given[name]
      if (value === undefined) return needed.includes(name) ? [`${name} is missing: ${form}`] : []
      return typeof value === 'string' && accepts(value) ? [] : [`${name} is ${JSON.stringify(value)}, not ${form}`]
    }),
  ]
  if (problems.length > 0) throw new Error(`${file} cannot fill the agents' files:\n${problems.join('\n')}`)
  return Object.fromEntries(
    memberNames.flatMap((name) => {
      const value = given[name]
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}

function parse(text: string, file: string): Record<string, unknown> {
  try {
    // Editors on Windows begin a file with a byte order mark.
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>
  } catch {
    // The error below says the same for JSON that is no object.
  }
  throw new Error(`${file} is not a JSON object`)
}
