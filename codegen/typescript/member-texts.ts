// Texts of members behind a reference: an editor shows the text of the member, and never that of the schema behind it.
import { mapParts, mapRecord, type Follow, type Written } from '../model/normal/schema.ts'

/** What an editor shows of a schema. */
const shown = ['description', 'default', 'example', 'deprecated'] as const

/** The schema, in which each member behind a reference has the texts of the schema that it leads to. */
export function withMemberTexts(schema: Written, follow: Follow): Written {
  const inner = mapParts(schema, (part) => withMemberTexts(part, follow))
  if (!inner.properties) return inner
  return { ...inner, properties: mapRecord(inner.properties, (member) => withTexts(member, follow)) }
}

function withTexts(member: Written, follow: Follow): Written {
  const [only] = member.allOf?.length === 1 ? member.allOf : []
  const reference = member.$ref ?? only?.$ref
  if (reference === undefined) return member
  const texts = textsOf(reference, follow)
  if (Object.keys(texts).length === 0) return member
  return member.$ref === undefined ? { ...texts, ...member } : { ...texts, allOf: [{ $ref: member.$ref }] }
}

/** The texts of the schema that the reference leads to; where it has none, of that which it refers to itself. */
function textsOf(reference: string, follow: Follow): Written {
  const target = follow(reference)
  const [base] = target.allOf?.length === 1 ? target.allOf : []
  const inherited = base?.$ref === undefined ? {} : textsOf(base.$ref, follow)
  const own = shown.flatMap((keyword) => (target[keyword] === undefined ? [] : [[keyword, target[keyword]] as const]))
  return { ...inherited, ...Object.fromEntries(own) }
}
