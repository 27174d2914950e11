// A parameter is written in a form that the server reads and the SDK writes, the same at both ends.
import type { Oas3Encoding, Oas3Parameter, Oas3Rule, UserContext } from '@redocly/openapi-core'
import { shapeOf } from '../../model/parameters.ts'
import { keyOf, type Schema } from '../place.ts'
import { resolvedPlace } from '../resolved.ts'

type Fault = { at: string[]; message: string }

export const parameterStyles: Oas3Rule = () => ({
  Parameter(parameter: Oas3Parameter, ctx: UserContext) {
    const schema = parameter.schema as Schema | undefined
    const shape = schema
      ? shapeOf(resolvedPlace(ctx, { node: schema, location: ctx.location.child('schema') }))
      : 'scalar'
    for (const { at, message } of [...contentFaults(parameter), ...styleFaults(parameter, shape)])
      ctx.report({ message, location: keyOf(ctx.location.child(at)) })
  },
  Encoding({ style }: Oas3Encoding, ctx: UserContext) {
    if (style !== 'spaceDelimited' && style !== 'pipeDelimited') return
    ctx.report({
      message: `The parts of a form are not read in the style ${style}. Write form, with explode: false for commas.`,
      location: keyOf(ctx.location.child('style')),
    })
  },
})

function contentFaults({ content, schema }: Oas3Parameter): Fault[] {
  if (!content) return []
  const [type, ...others] = Object.keys(content)
  const at = ['content']
  if (schema) return [{ at, message: 'A parameter has a schema or content, not both. Leave one of them out.' }]
  if (type === undefined || others.length > 0)
    return [{ at, message: 'The content of a parameter has one media type. Keep one of them.' }]
  return /^application\/(?:[\w.-]+\+)?json\b/i.test(type)
    ? []
    : [
        {
          at: ['content', type],
          message: `A parameter is read as JSON or by its schema, not as ${type}. Write schema in place of content.`,
        },
      ]
}

const placesOf: Record<string, string[]> = {
  simple: ['path', 'header'],
  form: ['query', 'cookie'],
  spaceDelimited: ['query'],
  pipeDelimited: ['query'],
  deepObject: ['query'],
}

function styleFaults({ in: place, style, explode, content }: Oas3Parameter, shape: Shape): Fault[] {
  if (content) return []
  const at = ['style']
  const standard = place === 'query' || place === 'cookie' ? 'form' : 'simple'
  if (style === 'label' || style === 'matrix')
    return [{ at, message: `The style ${style} is not read. Leave style out: the text then is the value itself.` }]
  // One value is written the same in every other style.
  if (shape === 'scalar') return []
  if (style !== undefined && !placesOf[style]?.includes(place ?? ''))
    return [{ at, message: `OpenAPI has no style ${style} in a ${place}. Write ${standard}, or leave style out.` }]
  if (shape === 'object' && (style === 'spaceDelimited' || style === 'pipeDelimited'))
    return [{ at, message: `The style ${style} is for lists. Write deepObject, or form, for an object.` }]
  if (place === 'cookie' && explode !== false) {
    return [
      { at: ['in'], message: 'A cookie has one text: items of a list need explode: false. Write it, or take a text.' },
    ]
  }
  return []
}

type Shape = ReturnType<typeof shapeOf>
