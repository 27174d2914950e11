// A template without what an emulator cannot make: resources are left out, and what referred to them gets a text.
import type { Json, Resource, TemplateJson } from '../plain-template.ts'
import { leftOutFor } from './left-out.ts'

/** The files that the stack would have copied into a bucket. */
export type Copy = {
  /** The hash of the asset: its folder is `asset.<hash>` beside the template. */
  asset: string
  /** The logical id of the bucket. */
  bucket: string
  prefix: string
}

export type Fitted = {
  template: TemplateJson
  /** A line for each resource that is left out. */
  lines: string[]
  copies: Copy[]
}

/** The values of references to left-out resources, by the type of the resource. */
export type Substitutes = Record<string, string>

type Context = {
  isGone: (id: string) => boolean
  substituteOf: (id: string) => string | undefined
  fillerOf: (id: string) => string | undefined
}

/** @param environment Variables that each function gets. */
export function fit(template: TemplateJson, substitutes: Substitutes, environment: Record<string, string>): Fitted {
  const entries = Object.entries(template.Resources)
  const gone = entries.flatMap(([id, { Type, Properties = {} }]) => {
    const found = leftOutFor(Type, Properties)
    return found ? [{ ...found, id, Type, Properties }] : []
  })
  const typeOf = new Map(gone.map(({ id, Type }) => [id, Type]))
  const context: Context = {
    isGone: (id) => typeOf.has(id),
    substituteOf: (id) => substitutes[typeOf.get(id) ?? ''],
    fillerOf: (id) => gone.find((resource) => resource.id === id)?.filler,
  }
  const kept = entries.flatMap(([id, resource]) =>
    context.isGone(id) ? [] : [[id, withEnvironment(fitResource(resource, context), environment)] as const],
  )
  return {
    template: {
      ...template,
      Resources: Object.fromEntries(kept),
      Outputs: Object.fromEntries(
        Object.entries(template.Outputs).flatMap(([name, output]) =>
          isLost(output, context) ? [] : [[name, replaced(output, context) as { Value: unknown }]],
        ),
      ),
    },
    lines: gone.map(({ id, Type, lacks }) => `left out: ${Type} ${id}: ${lacks}`),
    copies: gone.flatMap(({ Type, Properties }) =>
      Type === 'Custom::CDKBucketDeployment' ? copiesOf(Properties) : [],
    ),
  }
}

/** The resource that a reference names. */
function referenced(value: object): string | undefined {
  const [[key, content] = ['', undefined], ...others] = Object.entries(value) as [string, unknown][]
  if (others.length > 0) return undefined
  if (key === 'Ref') return content as string
  if (key === 'Fn::GetAtt') return (content as [string])[0]
  return undefined
}

/** The value, with each reference to a left-out resource as text. */
function replaced(value: unknown, context: Context): unknown {
  if (Array.isArray(value)) return value.map((item) => replaced(item, context))
  if (typeof value !== 'object' || value === null) return value
  const id = referenced(value)
  if (id !== undefined && context.isGone(id)) {
    const filler = 'Ref' in value ? context.fillerOf(id) : `arn:aws:left-out:us-east-1:000000000000:${id}`
    return context.substituteOf(id) ?? filler ?? `left-out-${id}`
  }
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, replaced(member, context)]))
}

/** Refers to a left-out resource that nothing takes the place of. */
function isLost(value: unknown, context: Context): boolean {
  if (typeof value !== 'object' || value === null) return false
  const id = Array.isArray(value) ? undefined : referenced(value)
  if (id !== undefined) return context.isGone(id) && context.substituteOf(id) === undefined
  return Object.values(value).some((member) => isLost(member, context))
}

function fitResource({ DependsOn, UpdatePolicy, ...resource }: Resource, context: Context): Resource {
  const waits = [DependsOn ?? []].flat().filter((id) => !context.isGone(id))
  return {
    ...(replaced(resource, context) as Resource),
    ...(waits.length > 0 && { DependsOn: waits }),
    ...(UpdatePolicy && !isLost(UpdatePolicy, context) && { UpdatePolicy }),
  }
}

function withEnvironment(resource: Resource, added: Record<string, string>): Resource {
  if (resource.Type !== 'AWS::Lambda::Function') return resource
  const { Environment } = resource.Properties as { Environment?: { Variables?: Json } }
  const Variables = { ...Environment?.Variables, ...added }
  return { ...resource, Properties: { ...resource.Properties, Environment: { Variables } } }
}

function copiesOf(properties: Json): Copy[] {
  const {
    SourceObjectKeys,
    DestinationBucketName,
    DestinationBucketKeyPrefix = '',
  } = properties as {
    SourceObjectKeys: string[]
    DestinationBucketName: { Ref: string }
    DestinationBucketKeyPrefix?: string
  }
  return SourceObjectKeys.map((key) => ({
    asset: key.replace(/\.zip$/, ''),
    bucket: DestinationBucketName.Ref,
    prefix: DestinationBucketKeyPrefix,
  }))
}
