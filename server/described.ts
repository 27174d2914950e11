// The types of an operation's request and result, derived from the types that are generated of any contract.

/** A value that was read: JSON has no `undefined`, which callers may write for an optional member. */
type Read<Value> = Value extends Uint8Array
  ? Value
  : Value extends readonly (infer Item)[]
    ? Read<Item>[]
    : Value extends object
      ? {
          [Name in keyof Value]: Read<object extends Pick<Value, Name> ? Exclude<Value[Name], undefined> : Value[Name]>
        }
      : Value

type Group<Described, In extends string> = Described extends { parameters: Partial<Record<In, infer Values>> }
  ? [NonNullable<Values>] extends [never]
    ? unknown
    : Read<NonNullable<Values>>
  : unknown

type Body<Described> = Described extends { requestBody: { content: infer Content } }
  ? Read<Content[keyof Content]>
  : Described extends { requestBody?: { content: infer Content } }
    ? // `null` stands for no body: the pipeline has made it undefined.
      Read<NonNullable<Content[keyof Content]>> | undefined
    : undefined

/** The caller's request, validated against the contract. Header names are in lower case. */
export type RequestOf<Received> = {
  path: Group<Received, 'path'>
  query: Group<Received, 'query'>
  headers: {
    [Name in keyof Group<Received, 'header'> & string as Lowercase<Name>]: Group<Received, 'header'>[Name]
  }
  cookies: Group<Received, 'cookie'>
  body: Body<Received>
  /** The media type of the body, as the contract names it, unless it is the JSON one. */
  mediaType: string | undefined
}

/** The headers that the contract names for a response, without the `[name: string]` that openapi-typescript adds. */
export type HeadersOf<Response> = Response extends { headers: infer H }
  ? { [Name in keyof H as string extends Name ? never : Name]: H[Name] }
  : unknown

/** A response must not have the headers of other responses, whose names are `Others`. */
type OwnHeaders<H, Others extends PropertyKey> = H & Partial<Record<Exclude<Others, keyof H>, never>>

type HeadersMember<H, Others extends PropertyKey> = [keyof H] extends [never]
  ? { headers?: never }
  : object extends H
    ? { headers?: OwnHeaders<H, Others> }
    : { headers: OwnHeaders<H, Others> }

type TextType = `text/${string}` | `${string}/xml` | `${string}+xml`

/** A range of types, as `image/*`, is answered with one of them. */
type TypeMember<Type> = Type extends `${infer Main}/*` ? (Main extends '*' ? string : `${Main}/${string}`) : Type

/** A body of JSON is a value; a stream has events, texts are texts, and everything else is bytes. */
type BodyMember<Response> = Response extends { content: infer Content }
  ? {
      [Type in keyof Content]: Type extends 'application/json'
        ? { body: Content[Type]; contentType?: never }
        : Type extends `${string}json`
          ? { body: Content[Type]; contentType: Type }
          : Type extends 'text/event-stream'
            ? { body: AsyncIterable<Content[Type]>; contentType: Type }
            : { body: Type extends TextType ? string : Uint8Array; contentType: TypeMember<Type> }
    }[keyof Content]
  : { body?: never; contentType?: never }

type ExactSuccess<Responses> = {
  [Status in keyof Responses]: Status extends number ? (`${Status}` extends `2${string}` ? Status : never) : never
}[keyof Responses]

/** The exact statuses of success; else the range `2XX`, else `default`. */
type Success<Responses> = [ExactSuccess<Responses>] extends [never]
  ? '2XX' extends keyof Responses
    ? '2XX'
    : Extract<keyof Responses, 'default'>
  : ExactSuccess<Responses>

/** A success: a documented status with its body and headers. */
export type ResultOf<Responses, Others extends PropertyKey> = AnswerOf<Responses, Success<Responses>, Others>

/** An answer of one of these statuses. */
export type AnswerOf<Responses, Statuses, Others extends PropertyKey> = {
  [Status in keyof Responses & Statuses]: {
    status: Status extends number ? Status : number
  } & BodyMember<Responses[Status]> &
    HeadersMember<HeadersOf<Responses[Status]>, Others>
}[keyof Responses & Statuses]
