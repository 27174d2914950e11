// For the tests: what a user writes with the SDK of the contract `features`. It compiles, but for the lines that must not.

export const use = `
import { createAcme, isProblemOf, type Animal, type Pets, type PetMap, type SendFilesBody } from './client-sdk/src/index.ts'
export const { things, withOptions } = createAcme({ baseUrl: 'https://acme.test', apiKeys: { other: 'k' } })
// @ts-expect-error A key has the name of its scheme.
createAcme({ baseUrl: 'https://acme.test', apiKeys: { another: 'k' } })
export async function all(): Promise<unknown[]> {
  const found = await things.getNumber(1, true, 'a', [1, 2])
  const a: string = found.a
  // @ts-expect-error An integer is a number.
  void things.getNumber('1', true, 'a', [1])
  // @ts-expect-error An enum has its values.
  void things.getNumber(1, true, 'c', [1])
  void things.listQueries()
  void things.listQueries({ many: ['x'], flag: true, size: 1.5, deep: { b: { c: ['x'] } }, filter: { a: ['x'] } })
  // @ts-expect-error A list is a list.
  void things.listQueries({ many: 'x' })
  void things.listOnly({ ids: ['x'] })
  // @ts-expect-error A required query needs its object.
  void things.listOnly()
  void things.getHeaders({ 'X-Trace-Id': 't', 'x-count': 1, 'X-List': ['x'] }, { sid: 's' })
  // @ts-expect-error A required header is required.
  void things.getHeaders({}, { sid: 's' })
  // @ts-expect-error OpenAPI has another place for Accept.
  void things.getHeaders({ 'X-Trace-Id': 't', Accept: 'a' }, { sid: 's' })
  void things.createCondition('i', { a: '' }, { ifMatch: '"1"', idempotencyKey: 'k' })
  void things.putCondition('i', { a: '' }, { ifMatch: '"1"' })
  // @ts-expect-error A required condition is required.
  void things.putCondition('i', { a: '' })
  const csv: string = await things.sendText('a;b')
  // @ts-expect-error A text is a string.
  void things.sendText({ a: '' })
  const stream: ReadableStream<Uint8Array> | null = (await things.sendText('a').asResponse()).body
  // @ts-expect-error JSON is read by the SDK.
  void things.sendVendor({ a: '' }).asResponse()
  void withOptions({ apiKeys: { other: 'k' }, timeout: 1 }).things.getOpen()
  // @ts-expect-error A key has the name of its scheme.
  withOptions({ apiKeys: { another: 'k' } })
  const png: Blob = await things.sendBytes(new Blob(['x']))
  void things.sendBytes(new Uint8Array(1))
  const form = things.sendForm({ name: 'n', tags: ['x'], age: 1 })
  void things.sendFiles({ file: new Blob(['x']), more: [new Blob(['y'])], note: 'n', meta: { a: '' } })
  // @ts-expect-error A file is a Blob.
  const body: SendFilesBody = { file: 'x' }
  void things.sendOptional({ must: 'm' })
  void things.sendOptional({ must: 'm' }, { a: '' })
  const several = await things.sendSeveral({ a: '' })
  const mixed: { a: string } | Blob | undefined = await things.getMixed()
  const named: PetMap | Pets | Animal = await things.getNamed()
  const other: string = (await things.getDefault()).a
  void things.createSide({ name: 'n', secret: 's' })
  // @ts-expect-error A request has no readOnly member.
  void things.createSide({ id: 'i', name: 'n', secret: 's' })
  const side = await things.createSide({ name: 'n', secret: 's', level: 'high' })
  const id: string = side.id
  // @ts-expect-error An answer has no writeOnly member.
  const secret: string = side.secret
  return [a, csv, stream, png, form, body, several.a, mixed, named, other, id, secret]
}
export function narrowed(animal: Animal): number | string {
  return animal.kind === 'cat' ? animal.claws : animal.bark
}
export function failed(error: unknown): unknown {
  if (!isProblemOf('getFailing', error)) return undefined
  if (error.status === 409) return (error.body as string).length
  return error.body
}
`
