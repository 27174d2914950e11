// Generated from spec/ by `npm run generate`. Do not edit.

export type McpTool = {
  /** The tool as clients see it. */
  definition: {
    name: string
    title: string
    description: string
    inputSchema: object
    outputSchema?: object
    annotations: Record<string, string | boolean>
  }
  method: string
  path: string
  /** All of them are needed. */
  scopes: string[]
  hasBody: boolean
  /** Argument → its place in the request, and its name there. */
  arguments: Record<string, { in: 'path' | 'query' | 'header' | 'body'; name: string }>
  /** A person must agree to each call. */
  confirm: boolean
  /** The tool that reads the same item. */
  reader?: string
  /** The members of the item that name it for a person. */
  label?: string[]
  /** The tool that lists the ids of the items. */
  lister?: string
  /** The number of items of a list, if the caller names none, and the largest number. */
  page?: { size: number; maximum: number }
  /** The member with the items that are files, and their members. */
  files?: { items: string; uri: string; name?: string; mimeType?: string; size?: string }
}

/** The tools by their names, in the order of the contract. */
export const tools: Record<string, McpTool> = {
  listCases: {
    definition: {
      name: 'listCases',
      title: 'List cases',
      description: 'Lists cases, newest first, all of them or those in one status.',
      inputSchema: {
        type: 'object',
        properties: {
          status: {
            type: 'string',
            enum: ['open', 'in_progress', 'resolved', 'closed'],
            description: 'Only cases in this status.',
          },
          limit: {
            type: 'integer',
            minimum: 1,
            maximum: 25,
            default: 10,
            description: 'How many items a page holds at most.',
          },
          cursor: {
            type: 'string',
            minLength: 1,
            maxLength: 400,
            description:
              'Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and filter.',
          },
        },
        required: [],
        additionalProperties: false,
      },
      outputSchema: {
        type: 'object',
        description: 'A page of cases.',
        required: ['cases'],
        properties: {
          cases: {
            type: 'array',
            maxItems: 100,
            description: 'The cases, newest first.',
            items: {
              type: 'object',
              description: 'A request that someone has to work on.',
              required: ['caseId', 'description', 'status', 'createdAt', 'updatedAt'],
              properties: {
                caseId: {
                  type: 'string',
                  format: 'uuid',
                  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
                  maxLength: 36,
                  description: 'Id of the case, a UUID in lower case.',
                },
                description: {
                  type: 'string',
                  minLength: 1,
                  maxLength: 8000,
                  description: 'What the case is about, 1 to 8,000 characters.',
                },
                status: {
                  type: 'string',
                  enum: ['open', 'in_progress', 'resolved', 'closed'],
                  description: 'How far the case has come.',
                },
                metadata: {
                  type: 'object',
                  description:
                    'Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1 to 256 characters.',
                  maxProperties: 50,
                  additionalProperties: { type: 'string', maxLength: 1024, description: 'One fact.' },
                },
                createdAt: {
                  type: 'string',
                  format: 'date-time',
                  description: 'When the case was created (RFC 3339, UTC, milliseconds).',
                },
                updatedAt: {
                  type: 'string',
                  format: 'date-time',
                  description: 'When the case was last changed (RFC 3339, UTC, milliseconds).',
                },
              },
            },
          },
          nextCursor: {
            type: 'string',
            minLength: 1,
            maxLength: 400,
            description: 'Where the next page begins. Absent on the last page.',
          },
        },
      },
      annotations: {
        title: 'List cases',
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    method: 'GET',
    path: '/cases',
    scopes: ['frontdesk/read'],
    hasBody: false,
    arguments: {
      status: { in: 'query', name: 'status' },
      limit: { in: 'query', name: 'limit' },
      cursor: { in: 'query', name: 'cursor' },
    },
    confirm: false,
    page: { size: 10, maximum: 25 },
  },
  createCase: {
    definition: {
      name: 'createCase',
      title: 'Create a case',
      description: 'Creates a case in status `open` and returns it with its id.',
      inputSchema: {
        type: 'object',
        properties: {
          idempotencyKey: {
            type: 'string',
            minLength: 1,
            maxLength: 255,
            pattern: '^[\\x20-\\x7e]+$',
            description:
              'Makes a repeat safe. The same key with the same body answers the original 201 with `Idempotent-Replayed: true`; with another body 422. The key belongs to the caller and the operation, and is free again when the item is deleted.',
          },
          description: {
            type: 'string',
            minLength: 1,
            maxLength: 8000,
            description: 'What the case is about, 1 to 8,000 characters.',
          },
          metadata: {
            type: 'object',
            description:
              'Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1 to 256 characters.',
            maxProperties: 50,
            additionalProperties: { type: 'string', maxLength: 1024, description: 'One fact.' },
          },
        },
        required: ['description'],
        additionalProperties: false,
      },
      outputSchema: {
        type: 'object',
        description: 'A request that someone has to work on.',
        required: ['caseId', 'description', 'status', 'createdAt', 'updatedAt'],
        properties: {
          caseId: {
            type: 'string',
            format: 'uuid',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
            maxLength: 36,
            description: 'Id of the case, a UUID in lower case.',
          },
          description: {
            type: 'string',
            minLength: 1,
            maxLength: 8000,
            description: 'What the case is about, 1 to 8,000 characters.',
          },
          status: {
            type: 'string',
            enum: ['open', 'in_progress', 'resolved', 'closed'],
            description: 'How far the case has come.',
          },
          metadata: {
            type: 'object',
            description:
              'Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1 to 256 characters.',
            maxProperties: 50,
            additionalProperties: { type: 'string', maxLength: 1024, description: 'One fact.' },
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the case was created (RFC 3339, UTC, milliseconds).',
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the case was last changed (RFC 3339, UTC, milliseconds).',
          },
        },
      },
      annotations: {
        title: 'Create a case',
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: false,
        openWorldHint: false,
      },
    },
    method: 'POST',
    path: '/cases',
    scopes: ['frontdesk/write'],
    hasBody: true,
    arguments: {
      idempotencyKey: { in: 'header', name: 'Idempotency-Key' },
      description: { in: 'body', name: 'description' },
      metadata: { in: 'body', name: 'metadata' },
    },
    confirm: false,
    reader: 'listCases',
  },
  getCase: {
    definition: {
      name: 'getCase',
      title: 'Get a case',
      description: 'Returns one case by its id.',
      inputSchema: {
        type: 'object',
        properties: {
          caseId: {
            type: 'string',
            format: 'uuid',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
            maxLength: 36,
            description: 'Id of the case, as `listCases` gives it.',
          },
        },
        required: ['caseId'],
        additionalProperties: false,
      },
      outputSchema: {
        type: 'object',
        description: 'A request that someone has to work on.',
        required: ['caseId', 'description', 'status', 'createdAt', 'updatedAt'],
        properties: {
          caseId: {
            type: 'string',
            format: 'uuid',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
            maxLength: 36,
            description: 'Id of the case, a UUID in lower case.',
          },
          description: {
            type: 'string',
            minLength: 1,
            maxLength: 8000,
            description: 'What the case is about, 1 to 8,000 characters.',
          },
          status: {
            type: 'string',
            enum: ['open', 'in_progress', 'resolved', 'closed'],
            description: 'How far the case has come.',
          },
          metadata: {
            type: 'object',
            description:
              'Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1 to 256 characters.',
            maxProperties: 50,
            additionalProperties: { type: 'string', maxLength: 1024, description: 'One fact.' },
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the case was created (RFC 3339, UTC, milliseconds).',
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the case was last changed (RFC 3339, UTC, milliseconds).',
          },
        },
      },
      annotations: {
        title: 'Get a case',
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    method: 'GET',
    path: '/cases/{caseId}',
    scopes: ['frontdesk/read'],
    hasBody: false,
    arguments: { caseId: { in: 'path', name: 'caseId' } },
    confirm: false,
    lister: 'listCases',
  },
  updateCase: {
    definition: {
      name: 'updateCase',
      title: 'Update a case',
      description: 'Changes the given members of a case and leaves the others. `metadata` is replaced as a whole.',
      inputSchema: {
        type: 'object',
        properties: {
          caseId: {
            type: 'string',
            format: 'uuid',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
            maxLength: 36,
            description: 'Id of the case, as `listCases` gives it.',
          },
          ifMatch: {
            type: 'string',
            minLength: 1,
            maxLength: 1024,
            description: 'Do it only if the item is still as this ETag says; otherwise 412. `*` means any version.',
          },
          description: {
            type: 'string',
            minLength: 1,
            maxLength: 8000,
            description: 'What the case is about, 1 to 8,000 characters.',
          },
          status: {
            type: 'string',
            enum: ['open', 'in_progress', 'resolved', 'closed'],
            description: 'How far the case has come.',
          },
          metadata: {
            type: 'object',
            description:
              'Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1 to 256 characters.',
            maxProperties: 50,
            additionalProperties: { type: 'string', maxLength: 1024, description: 'One fact.' },
          },
        },
        required: ['caseId'],
        additionalProperties: false,
      },
      outputSchema: {
        type: 'object',
        description: 'A request that someone has to work on.',
        required: ['caseId', 'description', 'status', 'createdAt', 'updatedAt'],
        properties: {
          caseId: {
            type: 'string',
            format: 'uuid',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
            maxLength: 36,
            description: 'Id of the case, a UUID in lower case.',
          },
          description: {
            type: 'string',
            minLength: 1,
            maxLength: 8000,
            description: 'What the case is about, 1 to 8,000 characters.',
          },
          status: {
            type: 'string',
            enum: ['open', 'in_progress', 'resolved', 'closed'],
            description: 'How far the case has come.',
          },
          metadata: {
            type: 'object',
            description:
              'Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1 to 256 characters.',
            maxProperties: 50,
            additionalProperties: { type: 'string', maxLength: 1024, description: 'One fact.' },
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the case was created (RFC 3339, UTC, milliseconds).',
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the case was last changed (RFC 3339, UTC, milliseconds).',
          },
        },
      },
      annotations: {
        title: 'Update a case',
        readOnlyHint: false,
        destructiveHint: true,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    method: 'PUT',
    path: '/cases/{caseId}',
    scopes: ['frontdesk/write'],
    hasBody: true,
    arguments: {
      caseId: { in: 'path', name: 'caseId' },
      ifMatch: { in: 'header', name: 'If-Match' },
      description: { in: 'body', name: 'description' },
      status: { in: 'body', name: 'status' },
      metadata: { in: 'body', name: 'metadata' },
    },
    confirm: false,
    reader: 'getCase',
    lister: 'listCases',
  },
  getCaseUploadUrl: {
    definition: {
      name: 'getCaseUploadUrl',
      title: 'Get an upload URL for a case',
      description:
        'Returns a URL to which one file is uploaded, with the method and the headers that the answer names. The URL enforces the content type. With `contentLength` it also enforces the length, writes once, and is valid for 15 minutes. Without `contentLength` it is valid for 5 minutes, and a file larger than 100 MiB is removed.',
      inputSchema: {
        type: 'object',
        properties: {
          caseId: {
            type: 'string',
            format: 'uuid',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
            maxLength: 36,
            description: 'Id of the case, as `listCases` gives it.',
          },
          fileName: {
            type: 'string',
            minLength: 1,
            maxLength: 255,
            pattern:
              '^[^/\\\\\\x00-\\x1f\\x7f-\\x9f\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]+$',
            description:
              'Name of the file, at most 255 bytes in UTF-8. It has no slashes, backslashes, control characters, line or paragraph separators, and no invisible characters that change the direction of text. A name is made up when it is left out.',
          },
          contentType: {
            type: 'string',
            minLength: 3,
            maxLength: 127,
            pattern:
              '^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(\\x20*;(\\x20*[A-Za-z0-9!#$%&\'*+.^_`|~-]+=([A-Za-z0-9!#$%&\'*+.^_`|~,-]+|"([\\x20!#-\\[\\]-~]|\\\\[\\x20-~])*"))?)*$',
            default: 'application/octet-stream',
            description:
              'Media type of the file with its parameters (RFC 9110), as a browser names it: `video/webm;codecs=vp8,opus`.',
          },
          contentLength: {
            type: 'integer',
            format: 'int64',
            minimum: 1,
            maximum: 104857600,
            description: 'Length of the file in bytes, at most 100 MiB. Give it unless you cannot know it.',
          },
        },
        required: ['caseId'],
        additionalProperties: false,
      },
      outputSchema: {
        type: 'object',
        description: 'Where and how to send a file.',
        required: ['uploadUrl', 'method', 'headers', 'key', 'expiresAt'],
        properties: {
          uploadUrl: { type: 'string', format: 'uri', maxLength: 8192, description: 'The presigned URL.' },
          method: { type: 'string', enum: ['PUT'], description: 'The HTTP method to use.' },
          headers: {
            type: 'object',
            description:
              'Headers to send with the file, exactly as given. `if-none-match` makes the URL write once; it is there when a length was given. Content-Length is not among them, every HTTP client sets it itself.',
            maxProperties: 10,
            additionalProperties: { type: 'string', maxLength: 1024, description: 'Value of the header.' },
          },
          key: {
            type: 'string',
            maxLength: 1024,
            description: "Key of the file, as it appears in the list of the case's files.",
          },
          expiresAt: { type: 'string', format: 'date-time', description: 'When the URL stops working.' },
        },
      },
      annotations: {
        title: 'Get an upload URL for a case',
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    method: 'GET',
    path: '/cases/{caseId}/upload',
    scopes: ['frontdesk/write'],
    hasBody: false,
    arguments: {
      caseId: { in: 'path', name: 'caseId' },
      fileName: { in: 'query', name: 'fileName' },
      contentType: { in: 'query', name: 'contentType' },
      contentLength: { in: 'query', name: 'contentLength' },
    },
    confirm: false,
    lister: 'listCases',
  },
  listCaseFiles: {
    definition: {
      name: 'listCaseFiles',
      title: "List a case's files",
      description:
        'Lists the files that have been uploaded to a case, each with a download URL that is valid for 15 minutes. A page may have fewer files than `limit` while there are more: files that are larger than 100 MiB, or were removed at this moment, are left out.',
      inputSchema: {
        type: 'object',
        properties: {
          caseId: {
            type: 'string',
            format: 'uuid',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
            maxLength: 36,
            description: 'Id of the case, as `listCases` gives it.',
          },
          limit: {
            type: 'integer',
            minimum: 1,
            maximum: 25,
            default: 10,
            description: 'How many files a page holds at most.',
          },
          cursor: {
            type: 'string',
            minLength: 1,
            maxLength: 400,
            description:
              'Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and filter.',
          },
        },
        required: ['caseId'],
        additionalProperties: false,
      },
      outputSchema: {
        type: 'object',
        description: 'A page of files.',
        required: ['files'],
        properties: {
          files: {
            type: 'array',
            maxItems: 25,
            description: 'The files, by key.',
            items: {
              type: 'object',
              description: 'A file that has been uploaded to a case.',
              required: ['key', 'fileName', 'size', 'contentType', 'lastModified', 'downloadUrl'],
              properties: {
                key: { type: 'string', maxLength: 1024, description: 'Key of the file.' },
                fileName: { type: 'string', maxLength: 255, description: 'Name of the file.' },
                size: {
                  type: 'integer',
                  format: 'int64',
                  minimum: 0,
                  maximum: 104857600,
                  description: 'Length in bytes.',
                },
                contentType: { type: 'string', maxLength: 255, description: 'Media type of the file.' },
                lastModified: { type: 'string', format: 'date-time', description: 'When the file was uploaded.' },
                downloadUrl: {
                  type: 'string',
                  format: 'uri',
                  maxLength: 8192,
                  description:
                    'Presigned URL that returns the file as an attachment, byte for byte, valid for 15 minutes.',
                },
              },
            },
          },
          nextCursor: {
            type: 'string',
            minLength: 1,
            maxLength: 400,
            description: 'Where the next page begins. Absent on the last page.',
          },
        },
      },
      annotations: {
        title: "List a case's files",
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    method: 'GET',
    path: '/cases/{caseId}/files',
    scopes: ['frontdesk/read'],
    hasBody: false,
    arguments: {
      caseId: { in: 'path', name: 'caseId' },
      limit: { in: 'query', name: 'limit' },
      cursor: { in: 'query', name: 'cursor' },
    },
    confirm: false,
    lister: 'listCases',
    page: { size: 10, maximum: 25 },
    files: { items: 'files', uri: 'downloadUrl', name: 'fileName', mimeType: 'contentType', size: 'size' },
  },
  listEvents: {
    definition: {
      name: 'listEvents',
      title: 'List events',
      description: 'Lists events, the newest entry first, all of them or those in one status.',
      inputSchema: {
        type: 'object',
        properties: {
          status: {
            type: 'string',
            enum: ['scheduled', 'ongoing', 'completed', 'cancelled'],
            description: 'Only events in this status.',
          },
          limit: {
            type: 'integer',
            minimum: 1,
            maximum: 25,
            default: 10,
            description: 'How many items a page holds at most.',
          },
          cursor: {
            type: 'string',
            minLength: 1,
            maxLength: 400,
            description:
              'Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and filter.',
          },
        },
        required: [],
        additionalProperties: false,
      },
      outputSchema: {
        type: 'object',
        description: 'A page of events.',
        required: ['events'],
        properties: {
          events: {
            type: 'array',
            maxItems: 100,
            description: 'The events, the newest entry first.',
            items: {
              type: 'object',
              description: 'An occasion that the organisation holds.',
              required: [
                'eventId',
                'title',
                'description',
                'date',
                'location',
                'capacity',
                'organizer',
                'status',
                'createdAt',
                'updatedAt',
              ],
              properties: {
                eventId: {
                  type: 'string',
                  format: 'uuid',
                  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
                  maxLength: 36,
                  description: 'Id of the event, a UUID in lower case.',
                },
                title: {
                  type: 'string',
                  minLength: 1,
                  maxLength: 200,
                  description: 'Name of the event, 1 to 200 characters.',
                },
                description: {
                  type: 'string',
                  minLength: 1,
                  maxLength: 8000,
                  description: 'What the event is about, 1 to 8,000 characters.',
                },
                date: {
                  type: 'string',
                  format: 'date',
                  pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
                  maxLength: 10,
                  description: 'The day of the event, `YYYY-MM-DD`; a day that the calendar has.',
                },
                location: {
                  type: 'string',
                  minLength: 1,
                  maxLength: 300,
                  description: 'Where the event is held, 1 to 300 characters.',
                },
                capacity: {
                  type: 'integer',
                  minimum: 1,
                  maximum: 1000000,
                  description: 'How many people can take part, 1 to 1,000,000.',
                },
                organizer: {
                  type: 'string',
                  minLength: 1,
                  maxLength: 200,
                  description: 'Who holds the event, 1 to 200 characters.',
                },
                status: {
                  type: 'string',
                  enum: ['scheduled', 'ongoing', 'completed', 'cancelled'],
                  description: 'How far the event has come.',
                },
                createdAt: {
                  type: 'string',
                  format: 'date-time',
                  description: 'When the event was created (RFC 3339, UTC, milliseconds).',
                },
                updatedAt: {
                  type: 'string',
                  format: 'date-time',
                  description: 'When the event was last changed (RFC 3339, UTC, milliseconds).',
                },
              },
            },
          },
          nextCursor: {
            type: 'string',
            minLength: 1,
            maxLength: 400,
            description: 'Where the next page begins. Absent on the last page.',
          },
        },
      },
      annotations: {
        title: 'List events',
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    method: 'GET',
    path: '/events',
    scopes: [],
    hasBody: false,
    arguments: {
      status: { in: 'query', name: 'status' },
      limit: { in: 'query', name: 'limit' },
      cursor: { in: 'query', name: 'cursor' },
    },
    confirm: false,
    page: { size: 10, maximum: 25 },
  },
  createEvent: {
    definition: {
      name: 'createEvent',
      title: 'Create an event',
      description:
        'Creates an event, in status `scheduled` unless the body says otherwise, and returns it with its id.',
      inputSchema: {
        type: 'object',
        properties: {
          idempotencyKey: {
            type: 'string',
            minLength: 1,
            maxLength: 255,
            pattern: '^[\\x20-\\x7e]+$',
            description:
              'Makes a repeat safe. The same key with the same body answers the original 201 with `Idempotent-Replayed: true`; with another body 422. The key belongs to the caller and the operation, and is free again when the item is deleted.',
          },
          title: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
            description: 'Name of the event, 1 to 200 characters.',
          },
          description: {
            type: 'string',
            minLength: 1,
            maxLength: 8000,
            description: 'What the event is about, 1 to 8,000 characters.',
          },
          date: {
            type: 'string',
            format: 'date',
            pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
            maxLength: 10,
            description: 'The day of the event, `YYYY-MM-DD`; a day that the calendar has.',
          },
          location: {
            type: 'string',
            minLength: 1,
            maxLength: 300,
            description: 'Where the event is held, 1 to 300 characters.',
          },
          capacity: {
            type: 'integer',
            minimum: 1,
            maximum: 1000000,
            description: 'How many people can take part, 1 to 1,000,000.',
          },
          organizer: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
            description: 'Who holds the event, 1 to 200 characters.',
          },
          status: {
            type: 'string',
            enum: ['scheduled', 'ongoing', 'completed', 'cancelled'],
            description: 'How far the event has come.',
          },
        },
        required: ['title', 'description', 'date', 'location', 'capacity', 'organizer'],
        additionalProperties: false,
      },
      outputSchema: {
        type: 'object',
        description: 'An occasion that the organisation holds.',
        required: [
          'eventId',
          'title',
          'description',
          'date',
          'location',
          'capacity',
          'organizer',
          'status',
          'createdAt',
          'updatedAt',
        ],
        properties: {
          eventId: {
            type: 'string',
            format: 'uuid',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
            maxLength: 36,
            description: 'Id of the event, a UUID in lower case.',
          },
          title: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
            description: 'Name of the event, 1 to 200 characters.',
          },
          description: {
            type: 'string',
            minLength: 1,
            maxLength: 8000,
            description: 'What the event is about, 1 to 8,000 characters.',
          },
          date: {
            type: 'string',
            format: 'date',
            pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
            maxLength: 10,
            description: 'The day of the event, `YYYY-MM-DD`; a day that the calendar has.',
          },
          location: {
            type: 'string',
            minLength: 1,
            maxLength: 300,
            description: 'Where the event is held, 1 to 300 characters.',
          },
          capacity: {
            type: 'integer',
            minimum: 1,
            maximum: 1000000,
            description: 'How many people can take part, 1 to 1,000,000.',
          },
          organizer: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
            description: 'Who holds the event, 1 to 200 characters.',
          },
          status: {
            type: 'string',
            enum: ['scheduled', 'ongoing', 'completed', 'cancelled'],
            description: 'How far the event has come.',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the event was created (RFC 3339, UTC, milliseconds).',
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the event was last changed (RFC 3339, UTC, milliseconds).',
          },
        },
      },
      annotations: {
        title: 'Create an event',
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: false,
        openWorldHint: false,
      },
    },
    method: 'POST',
    path: '/events',
    scopes: ['frontdesk/write'],
    hasBody: true,
    arguments: {
      idempotencyKey: { in: 'header', name: 'Idempotency-Key' },
      title: { in: 'body', name: 'title' },
      description: { in: 'body', name: 'description' },
      date: { in: 'body', name: 'date' },
      location: { in: 'body', name: 'location' },
      capacity: { in: 'body', name: 'capacity' },
      organizer: { in: 'body', name: 'organizer' },
      status: { in: 'body', name: 'status' },
    },
    confirm: false,
    reader: 'listEvents',
  },
  getEvent: {
    definition: {
      name: 'getEvent',
      title: 'Get an event',
      description: 'Returns one event by its id.',
      inputSchema: {
        type: 'object',
        properties: {
          eventId: {
            type: 'string',
            format: 'uuid',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
            maxLength: 36,
            description: 'Id of the event, as `listEvents` gives it.',
          },
        },
        required: ['eventId'],
        additionalProperties: false,
      },
      outputSchema: {
        type: 'object',
        description: 'An occasion that the organisation holds.',
        required: [
          'eventId',
          'title',
          'description',
          'date',
          'location',
          'capacity',
          'organizer',
          'status',
          'createdAt',
          'updatedAt',
        ],
        properties: {
          eventId: {
            type: 'string',
            format: 'uuid',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
            maxLength: 36,
            description: 'Id of the event, a UUID in lower case.',
          },
          title: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
            description: 'Name of the event, 1 to 200 characters.',
          },
          description: {
            type: 'string',
            minLength: 1,
            maxLength: 8000,
            description: 'What the event is about, 1 to 8,000 characters.',
          },
          date: {
            type: 'string',
            format: 'date',
            pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
            maxLength: 10,
            description: 'The day of the event, `YYYY-MM-DD`; a day that the calendar has.',
          },
          location: {
            type: 'string',
            minLength: 1,
            maxLength: 300,
            description: 'Where the event is held, 1 to 300 characters.',
          },
          capacity: {
            type: 'integer',
            minimum: 1,
            maximum: 1000000,
            description: 'How many people can take part, 1 to 1,000,000.',
          },
          organizer: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
            description: 'Who holds the event, 1 to 200 characters.',
          },
          status: {
            type: 'string',
            enum: ['scheduled', 'ongoing', 'completed', 'cancelled'],
            description: 'How far the event has come.',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the event was created (RFC 3339, UTC, milliseconds).',
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the event was last changed (RFC 3339, UTC, milliseconds).',
          },
        },
      },
      annotations: {
        title: 'Get an event',
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    method: 'GET',
    path: '/events/{eventId}',
    scopes: [],
    hasBody: false,
    arguments: { eventId: { in: 'path', name: 'eventId' } },
    confirm: false,
    lister: 'listEvents',
  },
  updateEvent: {
    definition: {
      name: 'updateEvent',
      title: 'Update an event',
      description: 'Changes the given members of an event and leaves the others.',
      inputSchema: {
        type: 'object',
        properties: {
          eventId: {
            type: 'string',
            format: 'uuid',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
            maxLength: 36,
            description: 'Id of the event, as `listEvents` gives it.',
          },
          ifMatch: {
            type: 'string',
            minLength: 1,
            maxLength: 1024,
            description: 'Do it only if the item is still as this ETag says; otherwise 412. `*` means any version.',
          },
          title: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
            description: 'Name of the event, 1 to 200 characters.',
          },
          description: {
            type: 'string',
            minLength: 1,
            maxLength: 8000,
            description: 'What the event is about, 1 to 8,000 characters.',
          },
          date: {
            type: 'string',
            format: 'date',
            pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
            maxLength: 10,
            description: 'The day of the event, `YYYY-MM-DD`; a day that the calendar has.',
          },
          location: {
            type: 'string',
            minLength: 1,
            maxLength: 300,
            description: 'Where the event is held, 1 to 300 characters.',
          },
          capacity: {
            type: 'integer',
            minimum: 1,
            maximum: 1000000,
            description: 'How many people can take part, 1 to 1,000,000.',
          },
          organizer: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
            description: 'Who holds the event, 1 to 200 characters.',
          },
          status: {
            type: 'string',
            enum: ['scheduled', 'ongoing', 'completed', 'cancelled'],
            description: 'How far the event has come.',
          },
        },
        required: ['eventId'],
        additionalProperties: false,
      },
      outputSchema: {
        type: 'object',
        description: 'An occasion that the organisation holds.',
        required: [
          'eventId',
          'title',
          'description',
          'date',
          'location',
          'capacity',
          'organizer',
          'status',
          'createdAt',
          'updatedAt',
        ],
        properties: {
          eventId: {
            type: 'string',
            format: 'uuid',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
            maxLength: 36,
            description: 'Id of the event, a UUID in lower case.',
          },
          title: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
            description: 'Name of the event, 1 to 200 characters.',
          },
          description: {
            type: 'string',
            minLength: 1,
            maxLength: 8000,
            description: 'What the event is about, 1 to 8,000 characters.',
          },
          date: {
            type: 'string',
            format: 'date',
            pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
            maxLength: 10,
            description: 'The day of the event, `YYYY-MM-DD`; a day that the calendar has.',
          },
          location: {
            type: 'string',
            minLength: 1,
            maxLength: 300,
            description: 'Where the event is held, 1 to 300 characters.',
          },
          capacity: {
            type: 'integer',
            minimum: 1,
            maximum: 1000000,
            description: 'How many people can take part, 1 to 1,000,000.',
          },
          organizer: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
            description: 'Who holds the event, 1 to 200 characters.',
          },
          status: {
            type: 'string',
            enum: ['scheduled', 'ongoing', 'completed', 'cancelled'],
            description: 'How far the event has come.',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the event was created (RFC 3339, UTC, milliseconds).',
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the event was last changed (RFC 3339, UTC, milliseconds).',
          },
        },
      },
      annotations: {
        title: 'Update an event',
        readOnlyHint: false,
        destructiveHint: true,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    method: 'PUT',
    path: '/events/{eventId}',
    scopes: ['frontdesk/write'],
    hasBody: true,
    arguments: {
      eventId: { in: 'path', name: 'eventId' },
      ifMatch: { in: 'header', name: 'If-Match' },
      title: { in: 'body', name: 'title' },
      description: { in: 'body', name: 'description' },
      date: { in: 'body', name: 'date' },
      location: { in: 'body', name: 'location' },
      capacity: { in: 'body', name: 'capacity' },
      organizer: { in: 'body', name: 'organizer' },
      status: { in: 'body', name: 'status' },
    },
    confirm: false,
    reader: 'getEvent',
    lister: 'listEvents',
  },
  deleteEvent: {
    definition: {
      name: 'deleteEvent',
      title: 'Delete an event',
      description: 'Deletes one event by its id. To call it off and keep it, set its status to `cancelled` instead.',
      inputSchema: {
        type: 'object',
        properties: {
          eventId: {
            type: 'string',
            format: 'uuid',
            pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
            maxLength: 36,
            description: 'Id of the event, as `listEvents` gives it.',
          },
          ifMatch: {
            type: 'string',
            minLength: 1,
            maxLength: 1024,
            description: 'Do it only if the item is still as this ETag says; otherwise 412. `*` means any version.',
          },
        },
        required: ['eventId'],
        additionalProperties: false,
      },
      annotations: {
        title: 'Delete an event',
        readOnlyHint: false,
        destructiveHint: true,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    method: 'DELETE',
    path: '/events/{eventId}',
    scopes: ['frontdesk/write'],
    hasBody: false,
    arguments: { eventId: { in: 'path', name: 'eventId' }, ifMatch: { in: 'header', name: 'If-Match' } },
    confirm: true,
    reader: 'getEvent',
    label: ['title', 'date'],
    lister: 'listEvents',
  },
  listProducts: {
    definition: {
      name: 'listProducts',
      title: 'List products',
      description: 'Lists products by their id, all of them or those in one category.',
      inputSchema: {
        type: 'object',
        properties: {
          category: {
            type: 'string',
            minLength: 1,
            maxLength: 64,
            pattern: '^[^\\x00-\\x1f\\x7f]+$',
            description: 'Only products in this category, spelled exactly so.',
          },
          limit: {
            type: 'integer',
            minimum: 1,
            maximum: 25,
            default: 10,
            description: 'How many items a page holds at most.',
          },
          cursor: {
            type: 'string',
            minLength: 1,
            maxLength: 400,
            description:
              'Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and filter.',
          },
        },
        required: [],
        additionalProperties: false,
      },
      outputSchema: {
        type: 'object',
        description: 'A page of products.',
        required: ['products'],
        properties: {
          products: {
            type: 'array',
            maxItems: 100,
            description: 'The products, by their id.',
            items: {
              type: 'object',
              description: "One product of the organisation's catalogue.",
              required: ['productId', 'category', 'productName', 'productPrice', 'stock', 'createdAt', 'updatedAt'],
              properties: {
                productId: {
                  type: 'string',
                  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
                  maxLength: 64,
                  description:
                    'Id of the product, 1 to 64 letters, digits, dots, underscores and hyphens, the first a letter or a digit. Upper and lower case are different ids.',
                },
                category: {
                  type: 'string',
                  minLength: 1,
                  maxLength: 64,
                  pattern: '^[^\\x00-\\x1f\\x7f]+$',
                  description: 'The category that the product belongs to, 1 to 64 characters, no control characters.',
                },
                productName: {
                  type: 'string',
                  minLength: 1,
                  maxLength: 200,
                  description: 'Name of the product, 1 to 200 characters.',
                },
                description: {
                  type: 'string',
                  maxLength: 2000,
                  description: 'What there is to say of the product, at most 2,000 characters.',
                },
                productPrice: {
                  type: 'number',
                  format: 'double',
                  minimum: 0,
                  maximum: 9999999.99,
                  description:
                    "Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two decimals. More decimals are a 400; the price is kept to the cent.",
                },
                stock: {
                  type: 'integer',
                  minimum: 0,
                  maximum: 1000000000,
                  description: 'How many pieces there are, 0 to 1,000,000,000.',
                },
                createdAt: {
                  type: 'string',
                  format: 'date-time',
                  description: 'When the product was created (RFC 3339, UTC, milliseconds).',
                },
                updatedAt: {
                  type: 'string',
                  format: 'date-time',
                  description: 'When the product was last changed (RFC 3339, UTC, milliseconds).',
                },
              },
            },
          },
          nextCursor: {
            type: 'string',
            minLength: 1,
            maxLength: 400,
            description: 'Where the next page begins. Absent on the last page.',
          },
        },
      },
      annotations: {
        title: 'List products',
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    method: 'GET',
    path: '/products',
    scopes: ['frontdesk/read'],
    hasBody: false,
    arguments: {
      category: { in: 'query', name: 'category' },
      limit: { in: 'query', name: 'limit' },
      cursor: { in: 'query', name: 'cursor' },
    },
    confirm: false,
    page: { size: 10, maximum: 25 },
  },
  createProduct: {
    definition: {
      name: 'createProduct',
      title: 'Create a product',
      description:
        'Adds a product under the id that the body names. A repeat with the same content answers the original 201 with `Idempotent-Replayed: true`; other content under an id that is taken is a 409. It takes no `Idempotency-Key`.',
      inputSchema: {
        type: 'object',
        properties: {
          productId: {
            type: 'string',
            pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
            maxLength: 64,
            description:
              'Id of the product, 1 to 64 letters, digits, dots, underscores and hyphens, the first a letter or a digit. Upper and lower case are different ids.',
          },
          category: {
            type: 'string',
            minLength: 1,
            maxLength: 64,
            pattern: '^[^\\x00-\\x1f\\x7f]+$',
            description: 'The category that the product belongs to, 1 to 64 characters, no control characters.',
          },
          productName: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
            description: 'Name of the product, 1 to 200 characters.',
          },
          description: {
            type: 'string',
            maxLength: 2000,
            description: 'What there is to say of the product, at most 2,000 characters.',
          },
          productPrice: {
            type: 'number',
            format: 'double',
            minimum: 0,
            maximum: 9999999.99,
            description:
              "Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two decimals. More decimals are a 400; the price is kept to the cent.",
          },
          stock: {
            type: 'integer',
            minimum: 0,
            maximum: 1000000000,
            description: 'How many pieces there are, 0 to 1,000,000,000.',
          },
        },
        required: ['productId', 'category', 'productName', 'productPrice', 'stock'],
        additionalProperties: false,
      },
      outputSchema: {
        type: 'object',
        description: "One product of the organisation's catalogue.",
        required: ['productId', 'category', 'productName', 'productPrice', 'stock', 'createdAt', 'updatedAt'],
        properties: {
          productId: {
            type: 'string',
            pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
            maxLength: 64,
            description:
              'Id of the product, 1 to 64 letters, digits, dots, underscores and hyphens, the first a letter or a digit. Upper and lower case are different ids.',
          },
          category: {
            type: 'string',
            minLength: 1,
            maxLength: 64,
            pattern: '^[^\\x00-\\x1f\\x7f]+$',
            description: 'The category that the product belongs to, 1 to 64 characters, no control characters.',
          },
          productName: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
            description: 'Name of the product, 1 to 200 characters.',
          },
          description: {
            type: 'string',
            maxLength: 2000,
            description: 'What there is to say of the product, at most 2,000 characters.',
          },
          productPrice: {
            type: 'number',
            format: 'double',
            minimum: 0,
            maximum: 9999999.99,
            description:
              "Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two decimals. More decimals are a 400; the price is kept to the cent.",
          },
          stock: {
            type: 'integer',
            minimum: 0,
            maximum: 1000000000,
            description: 'How many pieces there are, 0 to 1,000,000,000.',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the product was created (RFC 3339, UTC, milliseconds).',
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the product was last changed (RFC 3339, UTC, milliseconds).',
          },
        },
      },
      annotations: {
        title: 'Create a product',
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    method: 'POST',
    path: '/products',
    scopes: ['frontdesk/write'],
    hasBody: true,
    arguments: {
      productId: { in: 'body', name: 'productId' },
      category: { in: 'body', name: 'category' },
      productName: { in: 'body', name: 'productName' },
      description: { in: 'body', name: 'description' },
      productPrice: { in: 'body', name: 'productPrice' },
      stock: { in: 'body', name: 'stock' },
    },
    confirm: false,
    reader: 'listProducts',
  },
  getProduct: {
    definition: {
      name: 'getProduct',
      title: 'Get a product',
      description: 'Returns one product by its id.',
      inputSchema: {
        type: 'object',
        properties: {
          productId: {
            type: 'string',
            pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
            maxLength: 64,
            description: 'Id of the product, as `listProducts` gives it.',
          },
        },
        required: ['productId'],
        additionalProperties: false,
      },
      outputSchema: {
        type: 'object',
        description: "One product of the organisation's catalogue.",
        required: ['productId', 'category', 'productName', 'productPrice', 'stock', 'createdAt', 'updatedAt'],
        properties: {
          productId: {
            type: 'string',
            pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
            maxLength: 64,
            description:
              'Id of the product, 1 to 64 letters, digits, dots, underscores and hyphens, the first a letter or a digit. Upper and lower case are different ids.',
          },
          category: {
            type: 'string',
            minLength: 1,
            maxLength: 64,
            pattern: '^[^\\x00-\\x1f\\x7f]+$',
            description: 'The category that the product belongs to, 1 to 64 characters, no control characters.',
          },
          productName: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
            description: 'Name of the product, 1 to 200 characters.',
          },
          description: {
            type: 'string',
            maxLength: 2000,
            description: 'What there is to say of the product, at most 2,000 characters.',
          },
          productPrice: {
            type: 'number',
            format: 'double',
            minimum: 0,
            maximum: 9999999.99,
            description:
              "Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two decimals. More decimals are a 400; the price is kept to the cent.",
          },
          stock: {
            type: 'integer',
            minimum: 0,
            maximum: 1000000000,
            description: 'How many pieces there are, 0 to 1,000,000,000.',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the product was created (RFC 3339, UTC, milliseconds).',
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the product was last changed (RFC 3339, UTC, milliseconds).',
          },
        },
      },
      annotations: {
        title: 'Get a product',
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    method: 'GET',
    path: '/products/{productId}',
    scopes: ['frontdesk/read'],
    hasBody: false,
    arguments: { productId: { in: 'path', name: 'productId' } },
    confirm: false,
    lister: 'listProducts',
  },
  updateProduct: {
    definition: {
      name: 'updateProduct',
      title: 'Update a product',
      description: 'Changes the given members of a product and leaves the others. Its id stays.',
      inputSchema: {
        type: 'object',
        properties: {
          productId: {
            type: 'string',
            pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
            maxLength: 64,
            description: 'Id of the product, as `listProducts` gives it.',
          },
          ifMatch: {
            type: 'string',
            minLength: 1,
            maxLength: 1024,
            description: 'Do it only if the item is still as this ETag says; otherwise 412. `*` means any version.',
          },
          category: {
            type: 'string',
            minLength: 1,
            maxLength: 64,
            pattern: '^[^\\x00-\\x1f\\x7f]+$',
            description: 'The category that the product belongs to, 1 to 64 characters, no control characters.',
          },
          productName: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
            description: 'Name of the product, 1 to 200 characters.',
          },
          description: {
            type: 'string',
            maxLength: 2000,
            description: 'What there is to say of the product, at most 2,000 characters.',
          },
          productPrice: {
            type: 'number',
            format: 'double',
            minimum: 0,
            maximum: 9999999.99,
            description:
              "Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two decimals. More decimals are a 400; the price is kept to the cent.",
          },
          stock: {
            type: 'integer',
            minimum: 0,
            maximum: 1000000000,
            description: 'How many pieces there are, 0 to 1,000,000,000.',
          },
        },
        required: ['productId'],
        additionalProperties: false,
      },
      outputSchema: {
        type: 'object',
        description: "One product of the organisation's catalogue.",
        required: ['productId', 'category', 'productName', 'productPrice', 'stock', 'createdAt', 'updatedAt'],
        properties: {
          productId: {
            type: 'string',
            pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
            maxLength: 64,
            description:
              'Id of the product, 1 to 64 letters, digits, dots, underscores and hyphens, the first a letter or a digit. Upper and lower case are different ids.',
          },
          category: {
            type: 'string',
            minLength: 1,
            maxLength: 64,
            pattern: '^[^\\x00-\\x1f\\x7f]+$',
            description: 'The category that the product belongs to, 1 to 64 characters, no control characters.',
          },
          productName: {
            type: 'string',
            minLength: 1,
            maxLength: 200,
            description: 'Name of the product, 1 to 200 characters.',
          },
          description: {
            type: 'string',
            maxLength: 2000,
            description: 'What there is to say of the product, at most 2,000 characters.',
          },
          productPrice: {
            type: 'number',
            format: 'double',
            minimum: 0,
            maximum: 9999999.99,
            description:
              "Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two decimals. More decimals are a 400; the price is kept to the cent.",
          },
          stock: {
            type: 'integer',
            minimum: 0,
            maximum: 1000000000,
            description: 'How many pieces there are, 0 to 1,000,000,000.',
          },
          createdAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the product was created (RFC 3339, UTC, milliseconds).',
          },
          updatedAt: {
            type: 'string',
            format: 'date-time',
            description: 'When the product was last changed (RFC 3339, UTC, milliseconds).',
          },
        },
      },
      annotations: {
        title: 'Update a product',
        readOnlyHint: false,
        destructiveHint: true,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    method: 'PUT',
    path: '/products/{productId}',
    scopes: ['frontdesk/write'],
    hasBody: true,
    arguments: {
      productId: { in: 'path', name: 'productId' },
      ifMatch: { in: 'header', name: 'If-Match' },
      category: { in: 'body', name: 'category' },
      productName: { in: 'body', name: 'productName' },
      description: { in: 'body', name: 'description' },
      productPrice: { in: 'body', name: 'productPrice' },
      stock: { in: 'body', name: 'stock' },
    },
    confirm: false,
    reader: 'getProduct',
    lister: 'listProducts',
  },
  deleteProduct: {
    definition: {
      name: 'deleteProduct',
      title: 'Delete a product',
      description: 'Deletes one product by its id, which is free again afterwards.',
      inputSchema: {
        type: 'object',
        properties: {
          productId: {
            type: 'string',
            pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
            maxLength: 64,
            description: 'Id of the product, as `listProducts` gives it.',
          },
          ifMatch: {
            type: 'string',
            minLength: 1,
            maxLength: 1024,
            description: 'Do it only if the item is still as this ETag says; otherwise 412. `*` means any version.',
          },
        },
        required: ['productId'],
        additionalProperties: false,
      },
      annotations: {
        title: 'Delete a product',
        readOnlyHint: false,
        destructiveHint: true,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    method: 'DELETE',
    path: '/products/{productId}',
    scopes: ['frontdesk/write'],
    hasBody: false,
    arguments: { productId: { in: 'path', name: 'productId' }, ifMatch: { in: 'header', name: 'If-Match' } },
    confirm: true,
    reader: 'getProduct',
    label: ['productName'],
    lister: 'listProducts',
  },
  listUsers: {
    definition: {
      name: 'listUsers',
      title: 'List the sample users',
      description: 'Returns all sample users at once, without pages. They are made up and cannot sign in.',
      inputSchema: { type: 'object', properties: {}, required: [], additionalProperties: false },
      outputSchema: {
        type: 'object',
        description: 'The sample users.',
        required: ['users'],
        properties: {
          users: {
            type: 'array',
            maxItems: 1000,
            description: 'The users, by their id.',
            items: {
              type: 'object',
              description: 'A sample user.',
              required: ['userId', 'name', 'email', 'roles', 'createdAt'],
              properties: {
                userId: {
                  type: 'string',
                  pattern: '^u-[0-9]{4}$',
                  maxLength: 6,
                  description: 'Id of the user, as u-0001.',
                },
                name: { type: 'string', minLength: 1, maxLength: 200, description: 'Name of the user.' },
                email: { type: 'string', format: 'email', maxLength: 254, description: 'Mail address of the user.' },
                roles: {
                  type: 'array',
                  minItems: 1,
                  maxItems: 4,
                  uniqueItems: true,
                  description: 'What the user may do, 1 to 4 roles.',
                  items: { type: 'string', enum: ['admin', 'agent', 'analyst', 'customer'], description: 'One role.' },
                },
                createdAt: {
                  type: 'string',
                  format: 'date-time',
                  description: 'When the user was created (RFC 3339, UTC, milliseconds).',
                },
              },
            },
          },
        },
      },
      annotations: {
        title: 'List the sample users',
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    method: 'GET',
    path: '/users',
    scopes: ['frontdesk/read'],
    hasBody: false,
    arguments: {},
    confirm: false,
  },
  listOrders: {
    definition: {
      name: 'listOrders',
      title: 'List the sample orders',
      description: 'Returns all sample orders at once, without pages. They refer to the sample users and products.',
      inputSchema: { type: 'object', properties: {}, required: [], additionalProperties: false },
      outputSchema: {
        type: 'object',
        description: 'The sample orders.',
        required: ['orders'],
        properties: {
          orders: {
            type: 'array',
            maxItems: 1000,
            description: 'The orders, by their id.',
            items: {
              type: 'object',
              description: 'A sample order.',
              required: ['orderId', 'userId', 'status', 'items', 'total', 'currency', 'createdAt'],
              properties: {
                orderId: {
                  type: 'string',
                  pattern: '^o-[0-9]{4}$',
                  maxLength: 6,
                  description: 'Id of the order, as o-0001.',
                },
                userId: {
                  type: 'string',
                  pattern: '^u-[0-9]{4}$',
                  maxLength: 6,
                  description: 'Id of the user, as u-0001.',
                },
                status: {
                  type: 'string',
                  enum: ['placed', 'paid', 'shipped', 'delivered', 'cancelled'],
                  description: 'How far the order has come.',
                },
                items: {
                  type: 'array',
                  minItems: 1,
                  maxItems: 50,
                  description: 'The lines of the order.',
                  items: {
                    type: 'object',
                    description: 'One line of an order.',
                    required: ['productId', 'productName', 'quantity', 'unitPrice'],
                    properties: {
                      productId: {
                        type: 'string',
                        pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$',
                        maxLength: 64,
                        description: 'Id of the product, as the catalogue has it.',
                      },
                      productName: {
                        type: 'string',
                        minLength: 1,
                        maxLength: 200,
                        description: 'Name of the product when it was ordered.',
                      },
                      quantity: {
                        type: 'integer',
                        minimum: 1,
                        maximum: 10000,
                        description: 'How many pieces were ordered.',
                      },
                      unitPrice: {
                        type: 'number',
                        format: 'double',
                        minimum: 0,
                        maximum: 9999999.99,
                        description:
                          "Price of one piece when it was ordered, with at most two decimals, in the order's currency.",
                      },
                    },
                  },
                },
                total: {
                  type: 'number',
                  format: 'double',
                  minimum: 0,
                  maximum: 5000000000000,
                  description: 'Sum over the lines of quantity times unit price, with at most two decimals.',
                },
                currency: {
                  type: 'string',
                  pattern: '^[A-Z]{3}$',
                  maxLength: 3,
                  description: 'Currency of the prices (ISO 4217), as EUR.',
                },
                createdAt: {
                  type: 'string',
                  format: 'date-time',
                  description: 'When the order was placed (RFC 3339, UTC, milliseconds).',
                },
              },
            },
          },
        },
      },
      annotations: {
        title: 'List the sample orders',
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    method: 'GET',
    path: '/orders',
    scopes: ['frontdesk/read'],
    hasBody: false,
    arguments: {},
    confirm: false,
  },
  getStatus: {
    definition: {
      name: 'getStatus',
      title: "Get the service's status",
      description: 'Says that the service is up, which version runs in which environment, and who is asking.',
      inputSchema: { type: 'object', properties: {}, required: [], additionalProperties: false },
      outputSchema: {
        type: 'object',
        description: 'What the service says of itself.',
        required: ['status', 'timestamp', 'version', 'service', 'environment', 'user'],
        properties: {
          status: { type: 'string', enum: ['ok'], description: 'Always `ok`; a service that is not does not answer.' },
          timestamp: { type: 'string', format: 'date-time', description: "The service's clock (RFC 3339, UTC)." },
          version: { type: 'string', maxLength: 64, description: 'Version of the contract that runs.' },
          service: { type: 'string', maxLength: 64, description: 'Name of the service.' },
          environment: { type: 'string', maxLength: 64, description: 'The stage, as dev, staging or prod.' },
          user: {
            type: 'string',
            maxLength: 256,
            description: 'Who is asking: `cognito:username`, else `username`, else `client_id`.',
          },
        },
      },
      annotations: {
        title: "Get the service's status",
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    method: 'GET',
    path: '/status',
    scopes: ['frontdesk/read'],
    hasBody: false,
    arguments: {},
    confirm: false,
  },
}

/** What a client tells its model about the service. */
export const instructions: string =
  "Frontdesk is the back office of one organisation: cases (requests that someone has to work on, with files), events, products, and made-up sample users and orders. Everyone with access shares the same items; there is no ownership by person.\n\n- Ids: caseId and eventId are UUIDs that the service makes. A productId is chosen by whoever creates the product. Never guess an id: take it from a list or from the answer that created the item.\n- Lists are newest first, products by their id. A list answers 10 items unless `limit` says otherwise, at most 25. When the answer has `nextCursor`, call again with it as `cursor` and the same filters for the next page; without it the list is complete.\n- A date is written as 2027-05-08. Times are UTC, as 2026-11-20T09:30:00.000Z. Prices have at most two decimals.\n- A case is open, in_progress, resolved or closed. An event is scheduled, ongoing, completed or cancelled. To call an event off and keep it, set its status to cancelled; do not delete it.\n- An update changes the given members only. A case's metadata is replaced as a whole.\n- An answer about one item tells its ETag. Pass it as `ifMatch` to change exactly the version that you have read. If the item has changed since, nothing is changed: read it again.\n- When you repeat a creation whose answer was lost, use the same `idempotencyKey`."
