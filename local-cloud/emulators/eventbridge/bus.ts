// The emulator of an event bus: it wraps an event as EventBridge does, and calls the targets of matching rules.
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { randomUUID } from 'node:crypto'
import { matches, type Pattern } from './pattern.ts'
import { fillRuleTemplate } from './template.ts'

export type Rule = {
  pattern: Pattern
  /** Makes the target's input. Without it the input is the event. */
  transformer?: { inputPaths: Readonly<Record<string, string>>; inputTemplate: string }
  target: (input: object) => void
}

export type BusEntry = { source: string; detailType: string; detail: object }

type BusOptions = { account: string; region: string; rules: Rule[]; schemas: Record<string, object> }

/** @param options.schemas JSON Schemas by detail-type. An event that breaks its schema is a defect, and throws. */
export function createBus({ account, region, rules, schemas }: BusOptions) {
  let validators: ReturnType<typeof compiled> | undefined

  return {
    put: ({ source, detailType, detail }: BusEntry) => {
      const event = {
        version: '0',
        id: randomUUID(),
        'detail-type': detailType,
        source,
        account,
        time: `${new Date().toISOString().slice(0, 19)}Z`,
        region,
        resources: [],
        detail,
      }
      const broken = (validators ??= compiled(schemas))(detailType, event)
      if (broken !== undefined) throw new Error(`${detailType} breaks its schema: ${broken}`)
      for (const { pattern, transformer, target } of rules)
        if (matches(pattern, event)) target(transformer ? fillRuleTemplate(transformer, event) : event)
    },
  }
}

/** Compiled for the first event: the start needs none. Returns what breaks the schema of a detail-type. */
function compiled(schemas: BusOptions['schemas']) {
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const validators = new Map(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]))
  return (detailType: string, event: object): string | undefined => {
    const validate = validators.get(detailType)
    return validate && !validate(event) ? ajv.errorsText(validate.errors) : undefined
  }
}
