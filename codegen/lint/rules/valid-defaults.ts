// A default is a value that the contract itself would take: the server fills it in, and the operation relies on it.
import type { Oas3Rule, Oas3ServerVariable, UserContext } from '@redocly/openapi-core'
import { fits } from '../../model/fits.ts'
import { meantBy } from '../../model/typed-default.ts'
import { keyOf, type Schema } from '../place.ts'
import { resolved } from '../resolved.ts'

export const validDefaults: Oas3Rule = () => ({
  Schema(schema: Schema, ctx: UserContext) {
    // The rule typed-defaults reports a text or null that stands for another value.
    const { value } = meantBy(schema) ?? { value: schema.default }
    if (value === undefined || fits(resolved(ctx, schema), value)) return
    ctx.report({
      message: `The default ${shown(schema.default)} breaks its own schema, ${adviceFor(schema.default)}`,
      location: keyOf(ctx.location.child('default')),
    })
  },
  ServerVariable({ default: value, enum: values }: Oas3ServerVariable, ctx: UserContext) {
    if (!values || values.includes(value)) return
    ctx.report({
      message: `The default ${shown(value)} of this variable is not in its enum. Write one of ${values.map(shown).join(', ')}.`,
      location: keyOf(ctx.location.child('default')),
    })
  },
})

/** More characters of a value do not help to find it. */
const maxShown = 60

function shown(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > maxShown ? `${text.slice(0, maxShown)}...` : text
}

const adviceFor = (value: unknown) =>
  value === null
    ? 'which takes no null. Leave the default out, or write nullable: true beside it.'
    : 'so a request without the value would be wrong. Write a value of its type and within its limits, or leave it out.'
