// The schema of a multipart form, in which files are no text but objects, and so are not validated as text.
import { mapParts, type Follow, type Written } from '../model/normal/schema.ts'

export function formSchema(schema: Written, follow: Follow, open: readonly string[] = []): Written {
  const { $ref: reference } = schema
  if (reference !== undefined)
    return open.includes(reference) ? schema : formSchema(follow(reference), follow, [...open, reference])
  if (schema.type === 'string' && schema.format === 'binary') return {}
  return mapParts(schema, (part) => formSchema(part, follow, open))
}
