// The schemas of an operation as its document has them, found without the model.
import type { Contract, Operation } from '../model.ts'

type Node = Record<string, unknown>

export type Written = {
  parameter: (place: string, name: string) => object | undefined
  body: (type: string) => object | undefined
}

export function writtenOf(document: Contract, { path, method }: Operation): Written {
  const item = followed(document, (document.paths as Node)[path])
  const operation = followed(document, item[method])
  const parameters = [operation.parameters, item.parameters].flatMap((list) =>
    Array.isArray(list) ? (list as unknown[]) : [],
  )
  const all = parameters.map((parameter) => followed(document, parameter))
  const content = Object(followed(document, operation.requestBody).content) as Node
  return {
    parameter: (place, name) => {
      const found = all.find((one) => one.in === place && sameName(place, String(one.name), name))
      const [media] = Object.values(Object(found?.content) as Node)
      return (found?.schema ?? (Object(media) as Node).schema) as object | undefined
    },
    body: (type) => (Object(content[type]) as Node).schema as object | undefined,
  }
}

const sameName = (place: string, one: string, other: string) =>
  place === 'header' ? one.toLowerCase() === other.toLowerCase() : one === other

export function followed(document: Contract, node: unknown): Node {
  const { $ref } = Object(node) as Node
  return typeof $ref === 'string' ? followed(document, at(document, $ref)) : (Object(node) as Node)
}

export function at(document: Contract, reference: string): unknown {
  const steps = reference.slice(2).split('/')
  return steps.reduce<unknown>(
    (node, step) => (Object(node) as Node)[decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~')],
    document,
  )
}
