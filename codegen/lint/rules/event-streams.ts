// The schema of a stream's events tells them apart by `type`, and has the events that end the stream.
import type { Oas3Rule, UserContext } from '@redocly/openapi-core'
import type { Schema as Resolved } from '../../model.ts'
import { endsOf } from '../../model/media.ts'
import type { Schema } from '../place.ts'
import { resolvedPlace } from '../resolved.ts'

export const eventStreams: Oas3Rule = () => ({
  MediaType(media: { schema?: Schema }, ctx: UserContext) {
    const { schema } = media
    // Another rule refuses an extension of another form.
    const stream = endsOf(media)
    if (!stream) return
    const location = ctx.location.child('schema')
    const { oneOf = [] } = schema ? resolvedPlace(ctx, { node: schema, location }) : {}
    const types = oneOf.map(typeOf)
    const report = (message: string) => ctx.report({ message, location })
    if (types.length === 0 || types.includes(undefined) || new Set(types).size < types.length) {
      report('Each event of a stream is a member of oneOf, and requires `type` with one value that no other has.')
      return
    }
    for (const name of ['end', 'failure'] as const) {
      if (!types.includes(stream[name])) report(`No event has the type of x-event-stream/${name}.`)
    }
    const failure = oneOf[types.indexOf(stream.failure)]
    if (failure && !(failure.required ?? []).includes('problem'))
      report('The event of a failure requires `problem`: what the answer would have been.')
  },
})

function typeOf({ required = [], properties = {} }: Resolved): string | undefined {
  const [value, ...others] = (properties.type?.enum ?? []) as unknown[]
  return required.includes('type') && typeof value === 'string' && others.length === 0 ? value : undefined
}
