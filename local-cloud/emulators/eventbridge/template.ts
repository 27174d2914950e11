// Input templates of EventBridge: JSON with placeholders, a pipe's naming paths and a rule's naming variables.

/** A pipe's template: `<$.path.into.the.record>`. */
export const fillPipeTemplate = (template: string, record: unknown): Record<string, unknown> =>
  fill(template, (place) => valueAt(place, record))

/** A rule's template: `<variable>`, whose path is listed beside it. */
export const fillRuleTemplate = (
  { inputTemplate, inputPaths }: { inputTemplate: string; inputPaths: Readonly<Record<string, string>> },
  event: unknown,
): Record<string, unknown> => fill(inputTemplate, (name) => valueAt(inputPaths[name] ?? '', event))

function fill(template: string, valueOf: (place: string) => unknown) {
  const filled = template.replace(/<([^>]+)>/g, (_whole, place: string) => JSON.stringify(valueOf(place) ?? ''))
  // Sound: the templates are objects.
  return JSON.parse(filled) as Record<string, unknown>
}

function valueAt(path: string, value: unknown): unknown {
  const [, ...steps] = path.split('.')
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], value)
}
