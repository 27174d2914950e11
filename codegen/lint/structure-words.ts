// Words of other versions of OpenAPI, and of other languages, with what to write instead.

/** In a document of 3.0: members that 3.1 has, or has in another form. */
export const in30 = new Map(
  Object.entries({
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
  }),
)

/** In a document of 3.1: members that 3.0 has, or has in another form. */
export const in31 = new Map(
  Object.entries({
    exclusiveMaximum: 'In 3.1 it is the bound itself: `exclusiveMaximum: 10` in the place of `maximum: 10`.',
    exclusiveMinimum: 'In 3.1 it is the bound itself: `exclusiveMinimum: 1` in the place of `minimum: 1`.',
    nullable: "3.0 has it. In 3.1 write `type: [string, 'null']`, or `oneOf` with `type: 'null'` beside a reference.",
  }),
)

/** Members that Swagger 2 has at other places. */
export const inSwagger = new Map(
  Object.entries({
    basePath: 'It is Swagger 2. In OpenAPI 3 the address stands in `servers`.',
    collectionFormat: 'It is Swagger 2. In OpenAPI 3 write `style` and `explode`.',
    consumes: 'It is Swagger 2. In OpenAPI 3 the media types are the keys of `requestBody.content`.',
    definitions: 'It is Swagger 2. In OpenAPI 3 schemas stand in `components/schemas`.',
    host: 'It is Swagger 2. In OpenAPI 3 the address stands in `servers`.',
    produces: 'It is Swagger 2. In OpenAPI 3 the media types are the keys of `content` in each response.',
    schema: 'Write `content` with a media type, and the schema below it.',
    schemes: 'It is Swagger 2. In OpenAPI 3 the address stands in `servers`.',
    securityDefinitions: 'It is Swagger 2. In OpenAPI 3 they stand in `components/securitySchemes`.',
  }),
)

/** Words for types that other languages have. */
export const types = new Map(
  Object.entries({
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
  }),
)

/** The members of a schema that people write at a parameter or a header, as Swagger 2 has them. */
export const schemaMembers = new Set([
  ...['type', 'format', 'items', 'enum', 'const', 'default', 'nullable', 'properties', 'additionalProperties'],
  ...['allOf', 'anyOf', 'oneOf', 'not', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['minLength', 'maxLength', 'pattern', 'minItems', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties'],
])

/** Members that one place alone can have. All others of these tables are of schemas. */
export const places = new Map(
  Object.entries({
    basePath: /^#\/[^/]+$/,
    collectionFormat: /\/(?:parameters|headers)\/[^/]+\/(?:items\/)?[^/]+$/,
    consumes: /^#\/(?:paths\/[^/]+\/[^/]+\/)?[^/]+$/,
    definitions: /^#\/[^/]+$/,
    host: /^#\/[^/]+$/,
    identifier: /^#\/info\/license\/[^/]+$/,
    jsonSchemaDialect: /^#\/[^/]+$/,
    produces: /^#\/(?:paths\/[^/]+\/[^/]+\/)?[^/]+$/,
    schema: /\/(?:(?:responses|requestBodies)\/[^/]+|requestBody)\/[^/]+$/,
    schemes: /^#\/(?:paths\/[^/]+\/[^/]+\/)?[^/]+$/,
    securityDefinitions: /^#\/[^/]+$/,
    summary: /^#\/info\/[^/]+$/,
    webhooks: /^#\/[^/]+$/,
  }),
)
