// A template as people read it: each intrinsic as text, and no hashes in logical ids.

export type Resource = {
  Type: string
  Properties: Json
  DeletionPolicy?: string
  UpdateReplacePolicy?: string
  UpdatePolicy?: Json
  DependsOn?: string[]
}
export type TemplateJson = { Resources: Record<string, Resource>; Outputs: Record<string, { Value: unknown }> }
// Properties are nested deeply. Tests only compare them, so they need no exact type.
export type Json = Record<string, unknown>

/**
 * The template with each intrinsic as text: `<Table>` for a Ref, `<Table.Arn>` for an attribute. A joined text is one
 * text. The eight characters that the CDK appends to a logical id are left out.
 */
export function plainTemplate(template: TemplateJson): Json {
  const named = Object.entries(template.Resources).map(([id, resource]) => [nameOf(id), resource] as const)
  if (new Set(named.map(([name]) => name)).size < named.length) throw new Error('Two resources have one name.')
  return toText({ ...template, Resources: Object.fromEntries(named) }) as Json
}

const nameOf = (logicalId: string) => logicalId.replace(/[0-9A-F]{8}$/, '')

/** A part of a joined text. An intrinsic that has no form as text is written as JSON. */
const partOf = (value: unknown) => {
  const text = toText(value)
  return typeof text === 'string' ? text : JSON.stringify(text)
}

function toText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toText)
  if (typeof value !== 'object' || value === null) return value
  const [[key, content] = ['', undefined], ...others] = Object.entries(value)
  if (others.length === 0) {
    if (key === 'Ref') return `<${nameOf(content as string)}>`
    if (key === 'Fn::GetAtt') {
      const [id, attribute] = content as [string, string]
      return `<${nameOf(id)}.${attribute}>`
    }
    if (key === 'Fn::Join') {
      const [separator, parts] = content as [string, unknown[]]
      return parts.map(partOf).join(separator)
    }
  }
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, toText(member)]))
}
