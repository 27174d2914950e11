// What to write in the place of what Redocly's rule `struct` finds: often a member of another version of OpenAPI.

/** In a document of 3.0: members that 3.1 has, or has in another form. */
const in30: Record<string, string> = {
  $defs: '3.1 has it. In 3.0 each schema stands in components/schemas.',
  const: '3.1 has it. In 3.0 write `enum` with this one value.',
  contentEncoding: '3.1 has it. In 3.0 write `format: byte` for base64.',
  contentMediaType: '3.1 has it. In 3.0 write `format: binary`, or the media type at the body.',
  dependentRequired: '3.1 has it. In 3.0 say it in the description.',
  examples: '3.1 has it. In 3.0 write `example` with one of them.',
  exclusiveMaximum: 'In 3.0 the bound is `maximum`, and `exclusiveMaximum: true` stands beside it.',
  exclusiveMinimum: 'In 3.0 the bound is `minimum`, and `exclusiveMinimum: true` stands beside it.',
  if: '3.1 has it. In 3.0 write `oneOf` with the alternatives.',
  identifier: '3.1 has it. In 3.0 write `url`.',
  jsonSchemaDialect: '3.1 has it. In 3.0 leave it out.',
  patternProperties: '3.1 has it. In 3.0 write `additionalProperties` with the schema.',
  prefixItems: '3.1 has it. In 3.0 write `items` with `oneOf`.',
  propertyNames: '3.1 has it. In 3.0 say it in the description.',
  summary: '3.1 has it. In 3.0 write it into `description`.',
  type: 'In 3.0 it is one type, and `nullable: true` beside it allows null.',
  unevaluatedProperties: '3.1 has it. In 3.0 write `additionalProperties`.',
  webhooks: '3.1 has them. In 3.0 leave them out.',
}

/** In a document of 3.1: members that 3.0 has, or has in another form. */
const in31: Record<string, string> = {
  exclusiveMaximum: 'In 3.1 it is the bound itself: `exclusiveMaximum: 10` in the place of `maximum: 10`.',
  exclusiveMinimum: 'In 3.1 it is the bound itself: `exclusiveMinimum: 1` in the place of `minimum: 1`.',
  nullable: "3.0 has it. In 3.1 write `type: [string, 'null']`, or `oneOf` with `type: 'null'` beside a reference.",
}

/** Members that Swagger 2 has at other places. */
const inSwagger: Record<string, string> = {
  basePath: 'It is Swagger 2. In OpenAPI 3 the address stands in `servers`.',
  collectionFormat: 'It is Swagger 2. In OpenAPI 3 write `style` and `explode`.',
  consumes: 'It is Swagger 2. In OpenAPI 3 the media types are the keys of `requestBody.content`.',
  definitions: 'It is Swagger 2. In OpenAPI 3 schemas stand in `components/schemas`.',
  host: 'It is Swagger 2. In OpenAPI 3 the address stands in `servers`.',
  produces: 'It is Swagger 2. In OpenAPI 3 the media types are the keys of `content` in each response.',
  schema: 'Write `content` with a media type, and the schema below it.',
  schemes: 'It is Swagger 2. In OpenAPI 3 the address stands in `servers`.',
  securityDefinitions: 'It is Swagger 2. In OpenAPI 3 they stand in `components/securitySchemes`.',
}

/** Words for types that other languages have. */
const types: Record<string, string> = {
  any: 'Leave `type` out: then any value fits.',
  array: '`type: array`',
  bool: '`type: boolean`',
  boolean: '`type: boolean`',
  date: '`type: string` with `format: date`',
  datetime: '`type: string` with `format: date-time`',
  'date-time': '`type: string` with `format: date-time`',
  decimal: '`type: number`',
  dict: '`type: object`',
  double: '`type: number` with `format: double`',
  enum: '`type: string` with `enum`',
  file: '`type: string` with `format: binary`',
  float: '`type: number` with `format: float`',
  int: '`type: integer`',
  int32: '`type: integer` with `format: int32`',
  int64: '`type: integer` with `format: int64`',
  integer: '`type: integer`',
  json: '`type: object`',
  list: '`type: array`',
  long: '`type: integer` with `format: int64`',
  map: '`type: object`',
  null: '`nullable: true` beside the type of the other values',
  number: '`type: number`',
  object: '`type: object`',
  str: '`type: string`',
  string: '`type: string`',
  text: '`type: string`',
  timestamp: '`type: string` with `format: date-time`',
  uuid: '`type: string` with `format: uuid`',
}

/** The place of a finding: the value there, its key, what is written like it, and the document's version. */
export type Place = { value: unknown; key: string; pointer: string; likely: string | undefined; openapi: string }

/** What to write instead. Empty where the finding itself says it. */
export function structureAdvice(message: string, place: Place): string {
  const { value, key, openapi } = place
  const [, expected = ''] = /^Expected type `(\w+)`/.exec(message) ?? []
  if (message.startsWith('Property')) return unexpectedAdvice(place)
  if (key === 'required' && expected === 'array' && typeof value === 'boolean')
    return 'The `required` of a schema is a list. Write the name of the member in the `required` of the object around it.'
  if (key === 'in' && (value === 'body' || value === 'formData'))
    return 'It is Swagger 2. In OpenAPI 3 write `requestBody`.'
  const ofVersion = /^(?:type|exclusiveM(?:in|ax)imum)$/.test(key) && ofVersions(openapi)[key]
  if (key === 'type' && typeof value === 'string' && !expected) return typeAdvice(value, place)
  if (ofVersion) return ofVersion
  if (isScalar(expected)) return scalarAdvice(expected, value)
  if (message.includes('must be present')) return 'Add it.'
  if (message.includes('at least one of')) return 'Add one of them.'
  const [, kind = expected] = /^Expected type `\w+` \((\w+)\)/.exec(message) ?? []
  if (kind === 'array' || kind === 'object') return kind === 'array' ? 'Write a list.' : 'Write a map of members.'
  return message.includes('following only') ? oneOfThese(place) : ''
}

const ofVersions = (openapi: string) => (openapi.startsWith('3.0') ? in30 : in31)

function unexpectedAdvice({ key, pointer, likely, openapi }: Place): string {
  if (isParameter(pointer) && key !== 'schema') return "Write it in the parameter's `schema`."
  if (/^#\/paths\/[^/]+$/.test(pointer)) return 'A path begins with `/`.'
  const other = likely === undefined ? '' : ` Do you mean \`${likely}\`?`
  return (
    ofVersions(openapi)[key] ??
    inSwagger[key] ??
    `Correct its name, leave it out, or begin its name with \`x-\`.${other}`
  )
}

const oneOfThese = ({ likely }: Place) =>
  likely === undefined ? 'Write one of these.' : `Do you mean ${JSON.stringify(likely)}?`

const isParameter = (pointer: string) => /\/parameters\/[^/]+\/[^/]+$/.test(pointer)

const isScalar = (type: string) => ['string', 'integer', 'number', 'boolean'].includes(type)

function typeAdvice(written: string, place: Place): string {
  const meant = types[written.toLowerCase()]
  if (meant === undefined) return oneOfThese(place)
  return meant.startsWith('Leave') ? meant : `Write ${meant}.`
}

function scalarAdvice(expected: string, value: unknown): string {
  if (value === null)
    return `Write ${expected === 'string' ? 'a text' : `a value of type ${expected}`}, or leave it out.`
  if (expected === 'string')
    return typeof value === 'object' ? 'Write a text.' : `Write it in quotes: "${JSON.stringify(value)}".`
  return typeof value === 'string' ? 'Write it without quotes.' : `Write a value of type ${expected}.`
}
