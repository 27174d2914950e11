// Input templates of EventBridge: JSON with placeholders. Those of a pipe are paths, those of a rule are variables.

/** A pipe's template: `<$.path.into.the.record>`. */
export const fillPipeTemplate = (template: string, record: unknown): Record<string, unknown> =>
  fill(template, (place) => valueAt(place, record))

/** A rule's template: `<variable>`. The rule lists the path of each variable. */
export const fillRuleTemplate = (
  { inputTemplate, inputPaths }: { inputTemplate: string; inputPaths: Readonly<Record<string, string>> },
  event: unknown,
): Record<string, unknown> => fill(inputTemplate, (name) => valueAt(inputPaths[name] ?? '', event))

function fill(template: string, valueOf: (place: string) => unknown) {
  const filled = template.replace(/<([^>]+)>/g, (_whole, place: string) => JSON.stringify(valueOf(place) ?? ''))
  // Safe cast: the templates are objects.
  return JSON.parse(filled) as Record<string, unknown>
}

function valueAt(path: string, value: unknown): unknown {
  const [, ...steps] = path.split('.')
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], value)
}
