// Generated from spec/ by `npm run generate`. Do not edit.

import * as z from 'zod'
import * as parts from '../../client-sdk/src/zod-parts.ts'
import type { components } from '../api.ts'

const uuidFormat = /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const dateTimeFormat =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-]\d\d(?::?\d\d)?)$/
const uriReferenceFormat =
  /^(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i
const uriFormat =
  /^(?=[a-z][a-z0-9+\-.]*:[^"?#][^"]*$)(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i
const dateFormat =
  /^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/
const emailFormat =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i

/** How far the case has come. */
export const CaseStatus = /* @__PURE__ */ (() => z.enum(['open', 'in_progress', 'resolved', 'closed']))()

/** Id of the case, a UUID in lower case. */
export const CaseId = /* @__PURE__ */ (() =>
  parts.limited(
    z.stringFormat('uuid', uuidFormat),
    parts.longest(36),
    z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u),
  ))()

/** What the case is about, 1 to 8,000 characters. */
export const CaseDescription = /* @__PURE__ */ (() => parts.limited(z.string(), z.minLength(1), parts.longest(8000)))()

/** Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1 to 256 characters. */
export const CaseMetadata = /* @__PURE__ */ (() =>
  parts.limited(z.record(z.string(), parts.limited(z.string(), parts.longest(1024))), parts.size(0, 50)))()

/** A request that someone has to work on. */
export const Case = /* @__PURE__ */ (() =>
  parts.open({
    caseId: CaseId,
    description: CaseDescription,
    status: CaseStatus,
    metadata: z.exactOptional(CaseMetadata),
    createdAt: z.stringFormat('datetime', dateTimeFormat),
    updatedAt: z.stringFormat('datetime', dateTimeFormat),
  }))()

/** Where the next page begins. Absent on the last page. */
export const NextCursor = /* @__PURE__ */ (() => parts.limited(z.string(), z.minLength(1), parts.longest(400)))()

/** A page of cases. */
export const CaseList = /* @__PURE__ */ (() =>
  parts.open({
    cases: parts.limited(z.array(Case), z.maxLength(100)),
    nextCursor: z.exactOptional(NextCursor),
  }))()

/**
 * Problem details (RFC 9457). `error` and `message` repeat `title` and `detail` for clients that were written before
 * problem details were.
 */
export const Problem = /* @__PURE__ */ (() =>
  parts.open({
    type: parts.limited(z.stringFormat('uri-reference', uriReferenceFormat), parts.longest(200)),
    title: parts.limited(z.string(), parts.longest(200)),
    status: parts.limited(z.int(), z.gte(400), z.lte(599)),
    detail: parts.limited(z.string(), parts.longest(4000)),
    instance: parts.limited(z.stringFormat('uri-reference', uriReferenceFormat), parts.longest(8192)),
    requestId: parts.limited(z.string(), parts.longest(128)),
    errors: z.exactOptional(
      parts.limited(
        z.array(
          parts.open({
            pointer: z.exactOptional(parts.limited(z.string(), parts.longest(4000))),
            parameter: z.exactOptional(parts.limited(z.string(), parts.longest(4000))),
            detail: parts.limited(z.string(), parts.longest(4000)),
          }),
        ),
        z.maxLength(20),
      ),
    ),
    error: parts.limited(z.string(), parts.longest(200)),
    message: parts.limited(z.string(), parts.longest(4000)),
  }))()

/** What a new case is made of. */
export const CaseInput = /* @__PURE__ */ (() =>
  z.strictObject({
    description: CaseDescription,
    metadata: z.optional(CaseMetadata),
  }))()

/** The members of a case to change. */
export const CasePatch = /* @__PURE__ */ (() =>
  parts.limited(
    z.strictObject({
      description: z.optional(CaseDescription),
      status: z.optional(CaseStatus),
      metadata: z.optional(CaseMetadata),
    }),
    parts.size(1),
  ))()

/** The HTTP method to use. */
export const UploadMethod = /* @__PURE__ */ (() => z.enum(['PUT']))()

/** Where and how to send a file. */
export const CaseUpload = /* @__PURE__ */ (() =>
  parts.open({
    uploadUrl: parts.limited(z.stringFormat('url', uriFormat), parts.longest(8192)),
    method: UploadMethod,
    headers: parts.limited(z.record(z.string(), parts.limited(z.string(), parts.longest(1024))), parts.size(0, 10)),
    key: parts.limited(z.string(), parts.longest(1024)),
    expiresAt: z.stringFormat('datetime', dateTimeFormat),
  }))()

/** A file that has been uploaded to a case. */
export const CaseFile = /* @__PURE__ */ (() =>
  parts.open({
    key: parts.limited(z.string(), parts.longest(1024)),
    fileName: parts.limited(z.string(), parts.longest(255)),
    size: parts.limited(z.int(), z.gte(0), z.lte(104857600)),
    contentType: parts.limited(z.string(), parts.longest(255)),
    lastModified: z.stringFormat('datetime', dateTimeFormat),
    downloadUrl: parts.limited(z.stringFormat('url', uriFormat), parts.longest(8192)),
  }))()

/** A page of files. */
export const CaseFileList = /* @__PURE__ */ (() =>
  parts.open({
    files: parts.limited(z.array(CaseFile), z.maxLength(25)),
    nextCursor: z.exactOptional(NextCursor),
  }))()

/** How far the event has come. */
export const EventStatus = /* @__PURE__ */ (() => z.enum(['scheduled', 'ongoing', 'completed', 'cancelled']))()

/** Id of the event, a UUID in lower case. */
export const EventId = /* @__PURE__ */ (() =>
  parts.limited(
    z.stringFormat('uuid', uuidFormat),
    parts.longest(36),
    z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u),
  ))()

/** Name of the event, 1 to 200 characters. */
export const EventTitle = /* @__PURE__ */ (() => parts.limited(z.string(), z.minLength(1), parts.longest(200)))()

/** What the event is about, 1 to 8,000 characters. */
export const EventDescription = /* @__PURE__ */ (() => parts.limited(z.string(), z.minLength(1), parts.longest(8000)))()

/** The day of the event, `YYYY-MM-DD`; a day that the calendar has. */
export const EventDate = /* @__PURE__ */ (() =>
  parts.limited(z.stringFormat('date', dateFormat), parts.longest(10), z.regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u)))()

/** Where the event is held, 1 to 300 characters. */
export const EventLocation = /* @__PURE__ */ (() => parts.limited(z.string(), z.minLength(1), parts.longest(300)))()

/** How many people can take part, 1 to 1,000,000. */
export const EventCapacity = /* @__PURE__ */ (() => parts.limited(z.int(), z.gte(1), z.lte(1000000)))()

/** Who holds the event, 1 to 200 characters. */
export const EventOrganizer = /* @__PURE__ */ (() => parts.limited(z.string(), z.minLength(1), parts.longest(200)))()

/** An occasion that the organisation holds. */
export const Event = /* @__PURE__ */ (() =>
  parts.open({
    eventId: EventId,
    title: EventTitle,
    description: EventDescription,
    date: EventDate,
    location: EventLocation,
    capacity: EventCapacity,
    organizer: EventOrganizer,
    status: EventStatus,
    createdAt: z.stringFormat('datetime', dateTimeFormat),
    updatedAt: z.stringFormat('datetime', dateTimeFormat),
  }))()

/** A page of events. */
export const EventList = /* @__PURE__ */ (() =>
  parts.open({
    events: parts.limited(z.array(Event), z.maxLength(100)),
    nextCursor: z.exactOptional(NextCursor),
  }))()

/** What a new event is made of. Without `status` it is `scheduled`. */
export const EventInput = /* @__PURE__ */ (() =>
  z.strictObject({
    title: EventTitle,
    description: EventDescription,
    date: EventDate,
    location: EventLocation,
    capacity: EventCapacity,
    organizer: EventOrganizer,
    status: z.optional(EventStatus),
  }))()

/** The members of an event to change. */
export const EventPatch = /* @__PURE__ */ (() =>
  parts.limited(
    z.strictObject({
      title: z.optional(EventTitle),
      description: z.optional(EventDescription),
      date: z.optional(EventDate),
      location: z.optional(EventLocation),
      capacity: z.optional(EventCapacity),
      organizer: z.optional(EventOrganizer),
      status: z.optional(EventStatus),
    }),
    parts.size(1),
  ))()

/** The category that the product belongs to, 1 to 64 characters, no control characters. */
export const ProductCategory = /* @__PURE__ */ (() =>
  parts.limited(z.string(), z.minLength(1), parts.longest(64), z.regex(/^[^\x00-\x1f\x7f]+$/u)))()

/**
 * Id of the product, 1 to 64 letters, digits, dots, underscores and hyphens, the first a letter or a digit. Upper and
 * lower case are different ids.
 */
export const ProductId = /* @__PURE__ */ (() =>
  parts.limited(z.string(), parts.longest(64), z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u)))()

/** Name of the product, 1 to 200 characters. */
export const ProductName = /* @__PURE__ */ (() => parts.limited(z.string(), z.minLength(1), parts.longest(200)))()

/** What there is to say of the product, at most 2,000 characters. */
export const ProductDescription = /* @__PURE__ */ (() => parts.limited(z.string(), parts.longest(2000)))()

/**
 * Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two decimals. More decimals are a
 * 400; the price is kept to the cent.
 */
export const ProductPrice = /* @__PURE__ */ (() => parts.limited(z.number(), z.gte(0), z.lte(9999999.99)))()

/** How many pieces there are, 0 to 1,000,000,000. */
export const ProductStock = /* @__PURE__ */ (() => parts.limited(z.int(), z.gte(0), z.lte(1000000000)))()

/** One product of the organisation's catalogue. */
export const Product = /* @__PURE__ */ (() =>
  parts.open({
    productId: ProductId,
    category: ProductCategory,
    productName: ProductName,
    description: z.exactOptional(ProductDescription),
    productPrice: ProductPrice,
    stock: ProductStock,
    createdAt: z.stringFormat('datetime', dateTimeFormat),
    updatedAt: z.stringFormat('datetime', dateTimeFormat),
  }))()

/** A page of products. */
export const ProductList = /* @__PURE__ */ (() =>
  parts.open({
    products: parts.limited(z.array(Product), z.maxLength(100)),
    nextCursor: z.exactOptional(NextCursor),
  }))()

/** What a new product is made of. */
export const ProductInput = /* @__PURE__ */ (() =>
  z.strictObject({
    productId: ProductId,
    category: ProductCategory,
    productName: ProductName,
    description: z.optional(ProductDescription),
    productPrice: ProductPrice,
    stock: ProductStock,
  }))()

/** The members of a product to change. */
export const ProductPatch = /* @__PURE__ */ (() =>
  parts.limited(
    z.strictObject({
      category: z.optional(ProductCategory),
      productName: z.optional(ProductName),
      description: z.optional(ProductDescription),
      productPrice: z.optional(ProductPrice),
      stock: z.optional(ProductStock),
    }),
    parts.size(1),
  ))()

/**
 * Id of the customer, 1 to 128 letters, digits, underscores, hyphens, dots, colons and at signs. Upper and lower case
 * are different ids.
 */
export const CustomerId = /* @__PURE__ */ (() =>
  parts.limited(z.string(), parts.longest(128), z.regex(/^[A-Za-z0-9_.:@-]{1,128}$/u)))()

/** An id, and whether there is a customer of that id. */
export const Customer = /* @__PURE__ */ (() =>
  parts.open({
    id: CustomerId,
    exists: z.boolean(),
  }))()

/** An object without members. `null` is the same as no body. */
export const CustomerInput = /* @__PURE__ */ (() => z.nullable(z.strictObject({})))()

/** Always true. */
export const CustomerExists = /* @__PURE__ */ (() => z.literal([true]))()

/** A customer that exists. */
export const RegisteredCustomer = /* @__PURE__ */ (() =>
  parts.open({
    id: CustomerId,
    exists: CustomerExists,
  }))()

/** Which customer an execution is about. */
export const WorkflowInput = /* @__PURE__ */ (() =>
  z.strictObject({
    id: CustomerId,
  }))()

/** Id of the execution, 1 to 80 letters, digits, underscores and hyphens. */
export const ExecutionId = /* @__PURE__ */ (() =>
  parts.limited(z.string(), parts.longest(80), z.regex(/^[A-Za-z0-9_-]{1,80}$/u)))()

/** How the execution stands. */
export const WorkflowStatus = /* @__PURE__ */ (() =>
  z.enum(['running', 'succeeded', 'failed', 'timed_out', 'aborted']))()

/** The execution that a submit leads to. */
export const WorkflowSubmission = /* @__PURE__ */ (() =>
  parts.open({
    executionId: ExecutionId,
    status: WorkflowStatus,
  }))()

/**
 * What came of it: the customer was `inserted`; it was there before (`already_exists`); or the execution was started by
 * the customer's own creation, and the customer was deleted again by then (`gone`).
 */
export const WorkflowOutcome = /* @__PURE__ */ (() => z.enum(['inserted', 'already_exists', 'gone']))()

/** One execution of the workflow. */
export const WorkflowExecution = /* @__PURE__ */ (() =>
  parts.open({
    executionId: ExecutionId,
    status: WorkflowStatus,
    outcome: z.exactOptional(WorkflowOutcome),
    startedAt: z.stringFormat('datetime', dateTimeFormat),
    stoppedAt: z.exactOptional(z.stringFormat('datetime', dateTimeFormat)),
  }))()

/** What is said, 1 to 8,000 characters, not white space alone. */
export const ChatText = /* @__PURE__ */ (() =>
  parts.limited(z.string(), z.minLength(1), parts.longest(8000), z.regex(/\S/u)))()

/** Who speaks. */
export const ChatRole = /* @__PURE__ */ (() => z.enum(['user', 'assistant']))()

/** One turn of a conversation. */
export const ChatTurn = /* @__PURE__ */ (() =>
  z.strictObject({
    role: ChatRole,
    content: ChatText,
  }))()

/** A message to the assistant. */
export const ChatInput = /* @__PURE__ */ (() =>
  z.strictObject({
    message: ChatText,
    history: z.optional(parts.limited(z.array(ChatTurn), z.maxLength(40))),
  }))()

/** The operationId of an operation of this contract. */
export const ChatOperationId = /* @__PURE__ */ (() => parts.limited(z.string(), z.minLength(1), parts.longest(64)))()

/** The arguments by their names, as the model gave them. */
export const ChatCallArguments = /* @__PURE__ */ (() => z.record(z.string(), z.unknown()))()

/** The status of the operation's answer; 400 also when the arguments fit no request. */
export const ChatCallStatus = /* @__PURE__ */ (() => parts.limited(z.int(), z.gte(100), z.lte(599)))()

/** A call that the assistant made, with the rights of the caller. */
export const ChatCall = /* @__PURE__ */ (() =>
  parts.open({
    operationId: ChatOperationId,
    arguments: ChatCallArguments,
    status: ChatCallStatus,
  }))()

/** The arguments by their names: the parameters of the operation, and the members of its body. */
export const ChatProposalArguments = /* @__PURE__ */ (() => z.record(z.string(), z.unknown()))()

/**
 * One line that names the operation and what it is about, for people. The service writes it, from the contract, the
 * arguments and the item's name.
 */
export const ChatProposalSummary = /* @__PURE__ */ (() =>
  parts.limited(z.string(), z.minLength(1), parts.longest(500)))()

/**
 * A change that the assistant proposes. It fits the contract, and the caller has the right to it. Show it to the
 * person, and call the operation when they agree.
 */
export const ChatProposal = /* @__PURE__ */ (() =>
  parts.typed<components['schemas']['ChatProposal']>(
    parts.open({
      operationId: ChatOperationId,
      arguments: ChatProposalArguments,
      summary: ChatProposalSummary,
    }),
  ))()

/**
 * Why the model stopped, in Bedrock's words: `end_turn` when it was done, `max_tokens` when the reply was cut off at
 * the limit; also `stop_sequence`, `tool_use`, `guardrail_intervened`, `content_filtered`, `malformed_model_output`,
 * `malformed_tool_use`, `model_context_window_exceeded`. More may come.
 */
export const ChatStopReason = /* @__PURE__ */ (() => parts.limited(z.string(), z.minLength(1), parts.longest(64)))()

/** What the reply cost, in the model's tokens. */
export const ChatUsage = /* @__PURE__ */ (() =>
  parts.open({
    inputTokens: parts.limited(z.int(), z.gte(0), z.lte(2147483647)),
    outputTokens: parts.limited(z.int(), z.gte(0), z.lte(2147483647)),
    totalTokens: parts.limited(z.int(), z.gte(0), z.lte(2147483647)),
  }))()

/** What the assistant replied. */
export const ChatReply = /* @__PURE__ */ (() =>
  parts.open({
    reply: parts.limited(z.string(), parts.longest(1000000)),
    calls: parts.limited(z.array(ChatCall), z.maxLength(8)),
    proposals: parts.limited(z.array(ChatProposal), z.maxLength(20)),
    stopReason: ChatStopReason,
    usage: ChatUsage,
  }))()

/** The type of the event. */
export const ChatTextType = /* @__PURE__ */ (() => z.enum(['text']))()

/** A piece of the reply. All pieces together are the reply. */
export const ChatTextEvent = /* @__PURE__ */ (() =>
  parts.open({
    type: ChatTextType,
    text: parts.limited(z.string(), parts.longest(1000000)),
  }))()

/** The type of the event. */
export const ChatCallType = /* @__PURE__ */ (() => z.enum(['call']))()

/** A call that the assistant made, with the rights of the caller. */
export const ChatCallEvent = /* @__PURE__ */ (() =>
  parts.open({
    type: ChatCallType,
    operationId: ChatOperationId,
    arguments: ChatCallArguments,
    status: ChatCallStatus,
  }))()

/** The type of the event. */
export const ChatProposalType = /* @__PURE__ */ (() => z.enum(['proposal']))()

/** A change that the assistant proposes. It fits the contract, and the caller has the right to it. */
export const ChatProposalEvent = /* @__PURE__ */ (() =>
  parts.typed<components['schemas']['ChatProposalEvent']>(
    parts.open({
      type: ChatProposalType,
      operationId: ChatOperationId,
      arguments: ChatProposalArguments,
      summary: ChatProposalSummary,
    }),
  ))()

/** The type of the event. */
export const ChatDoneType = /* @__PURE__ */ (() => z.enum(['done']))()

/** The end of the answer. No event follows. */
export const ChatDoneEvent = /* @__PURE__ */ (() =>
  parts.open({
    type: ChatDoneType,
    stopReason: ChatStopReason,
    usage: ChatUsage,
  }))()

/** The type of the event. */
export const ChatErrorType = /* @__PURE__ */ (() => z.enum(['error']))()

/** The end of an answer that has failed after its first event. No event follows. */
export const ChatErrorEvent = /* @__PURE__ */ (() =>
  parts.open({
    type: ChatErrorType,
    problem: Problem,
  }))()

/** One event of an answer. Its `type` tells its other members. */
export const ChatEvent = /* @__PURE__ */ (() =>
  z.xor([ChatTextEvent, ChatCallEvent, ChatProposalEvent, ChatDoneEvent, ChatErrorEvent]))()

/** Id of the user, as u-0001. */
export const UserId = /* @__PURE__ */ (() => parts.limited(z.string(), parts.longest(6), z.regex(/^u-[0-9]{4}$/u)))()

/** One role. */
export const UserRole = /* @__PURE__ */ (() => z.enum(['admin', 'agent', 'analyst', 'customer']))()

/** A sample user. */
export const User = /* @__PURE__ */ (() =>
  parts.open({
    userId: UserId,
    name: parts.limited(z.string(), z.minLength(1), parts.longest(200)),
    email: parts.limited(z.stringFormat('email', emailFormat), parts.longest(254)),
    roles: parts.limited(z.array(UserRole), z.minLength(1), z.maxLength(4), parts.unique),
    createdAt: z.stringFormat('datetime', dateTimeFormat),
  }))()

/** The sample users. */
export const UserList = /* @__PURE__ */ (() =>
  parts.open({
    users: parts.limited(z.array(User), z.maxLength(1000)),
  }))()

/** How far the order has come. */
export const OrderStatus = /* @__PURE__ */ (() => z.enum(['placed', 'paid', 'shipped', 'delivered', 'cancelled']))()

/** One line of an order. */
export const OrderItem = /* @__PURE__ */ (() =>
  parts.open({
    productId: parts.limited(z.string(), parts.longest(64), z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u)),
    productName: parts.limited(z.string(), z.minLength(1), parts.longest(200)),
    quantity: parts.limited(z.int(), z.gte(1), z.lte(10000)),
    unitPrice: parts.limited(z.number(), z.gte(0), z.lte(9999999.99)),
  }))()

/** A sample order. */
export const Order = /* @__PURE__ */ (() =>
  parts.open({
    orderId: parts.limited(z.string(), parts.longest(6), z.regex(/^o-[0-9]{4}$/u)),
    userId: UserId,
    status: OrderStatus,
    items: parts.limited(z.array(OrderItem), z.minLength(1), z.maxLength(50)),
    total: parts.limited(z.number(), z.gte(0), z.lte(5000000000000)),
    currency: parts.limited(z.string(), parts.longest(3), z.regex(/^[A-Z]{3}$/u)),
    createdAt: z.stringFormat('datetime', dateTimeFormat),
  }))()

/** The sample orders. */
export const OrderList = /* @__PURE__ */ (() =>
  parts.open({
    orders: parts.limited(z.array(Order), z.maxLength(1000)),
  }))()

/** Always `ok`; a service that is not does not answer. */
export const ServiceHealth = /* @__PURE__ */ (() => z.enum(['ok']))()

/** What the service says of itself. */
export const Status = /* @__PURE__ */ (() =>
  parts.open({
    status: ServiceHealth,
    timestamp: z.stringFormat('datetime', dateTimeFormat),
    version: parts.limited(z.string(), parts.longest(64)),
    service: parts.limited(z.string(), parts.longest(64)),
    environment: parts.limited(z.string(), parts.longest(64)),
    user: parts.limited(z.string(), parts.longest(256)),
  }))()

/** An OpenAPI 3.0.3 document. */
export const OpenApiDocument = /* @__PURE__ */ (() =>
  z.looseObject({
    openapi: parts.limited(z.string(), parts.longest(16)),
    info: z.record(z.string(), z.unknown()),
    paths: z.record(z.string(), z.unknown()),
  }))()

/** The query of "List cases". */
export const ListCasesQuery = /* @__PURE__ */ (() =>
  z.strictObject({
    status: z.optional(CaseStatus),
    limit: z.optional(parts.limited(z.int(), z.gte(1), z.lte(100))),
    cursor: z.optional(parts.limited(z.string(), z.minLength(1), parts.longest(400))),
  }))()

/** All that "List cases" takes: query. */
export const ListCasesRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    query: z.optional(ListCasesQuery),
  }))()

/** The answer of "List cases". */
export const ListCasesAnswer = CaseList

/** The body of "Create a case". */
export const CreateCaseBody = CaseInput

/** All that "Create a case" takes: body. */
export const CreateCaseRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    body: CreateCaseBody,
  }))()

/** The answer of "Create a case". */
export const CreateCaseAnswer = Case

/** The ids of "Get a case". */
export const GetCasePath = /* @__PURE__ */ (() =>
  z.strictObject({
    caseId: CaseId,
  }))()

/** All that "Get a case" takes: path. */
export const GetCaseRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    path: GetCasePath,
  }))()

/** The answer of "Get a case". */
export const GetCaseAnswer = Case

/** The ids of "Update a case". */
export const UpdateCasePath = /* @__PURE__ */ (() =>
  z.strictObject({
    caseId: CaseId,
  }))()

/** The body of "Update a case". */
export const UpdateCaseBody = CasePatch

/** All that "Update a case" takes: path, body. */
export const UpdateCaseRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    path: UpdateCasePath,
    body: UpdateCaseBody,
  }))()

/** The answer of "Update a case". */
export const UpdateCaseAnswer = Case

/** The ids of "Get an upload URL for a case". */
export const GetCaseUploadUrlPath = /* @__PURE__ */ (() =>
  z.strictObject({
    caseId: CaseId,
  }))()

/** The query of "Get an upload URL for a case". */
export const GetCaseUploadUrlQuery = /* @__PURE__ */ (() =>
  z.strictObject({
    fileName: z.optional(
      parts.limited(
        z.string(),
        z.minLength(1),
        parts.longest(255),
        z.regex(/^[^/\\\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]+$/u),
      ),
    ),
    contentType: z.optional(
      parts.limited(
        z.string(),
        parts.shortest(3),
        parts.longest(127),
        z.regex(
          /^[A-Za-z0-9!#$&^_.+-]+\/[A-Za-z0-9!#$&^_.+-]+(\x20*;(\x20*[A-Za-z0-9!#$%&'*+.^_`|~-]+=([A-Za-z0-9!#$%&'*+.^_`|~,-]+|"([\x20!#-\[\]-~]|\\[\x20-~])*"))?)*$/u,
        ),
      ),
    ),
    contentLength: z.optional(parts.limited(z.int(), z.gte(1), z.lte(104857600))),
  }))()

/** All that "Get an upload URL for a case" takes: path, query. */
export const GetCaseUploadUrlRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    path: GetCaseUploadUrlPath,
    query: z.optional(GetCaseUploadUrlQuery),
  }))()

/** The answer of "Get an upload URL for a case". */
export const GetCaseUploadUrlAnswer = CaseUpload

/** The ids of "List a case's files". */
export const ListCaseFilesPath = /* @__PURE__ */ (() =>
  z.strictObject({
    caseId: CaseId,
  }))()

/** The query of "List a case's files". */
export const ListCaseFilesQuery = /* @__PURE__ */ (() =>
  z.strictObject({
    limit: z.optional(parts.limited(z.int(), z.gte(1), z.lte(25))),
    cursor: z.optional(parts.limited(z.string(), z.minLength(1), parts.longest(400))),
  }))()

/** All that "List a case's files" takes: path, query. */
export const ListCaseFilesRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    path: ListCaseFilesPath,
    query: z.optional(ListCaseFilesQuery),
  }))()

/** The answer of "List a case's files". */
export const ListCaseFilesAnswer = CaseFileList

/** The query of "List events". */
export const ListEventsQuery = /* @__PURE__ */ (() =>
  z.strictObject({
    status: z.optional(EventStatus),
    limit: z.optional(parts.limited(z.int(), z.gte(1), z.lte(100))),
    cursor: z.optional(parts.limited(z.string(), z.minLength(1), parts.longest(400))),
  }))()

/** All that "List events" takes: query. */
export const ListEventsRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    query: z.optional(ListEventsQuery),
  }))()

/** The answer of "List events". */
export const ListEventsAnswer = EventList

/** The body of "Create an event". */
export const CreateEventBody = EventInput

/** All that "Create an event" takes: body. */
export const CreateEventRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    body: CreateEventBody,
  }))()

/** The answer of "Create an event". */
export const CreateEventAnswer = Event

/** The ids of "Get an event". */
export const GetEventPath = /* @__PURE__ */ (() =>
  z.strictObject({
    eventId: EventId,
  }))()

/** All that "Get an event" takes: path. */
export const GetEventRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    path: GetEventPath,
  }))()

/** The answer of "Get an event". */
export const GetEventAnswer = Event

/** The ids of "Update an event". */
export const UpdateEventPath = /* @__PURE__ */ (() =>
  z.strictObject({
    eventId: EventId,
  }))()

/** The body of "Update an event". */
export const UpdateEventBody = EventPatch

/** All that "Update an event" takes: path, body. */
export const UpdateEventRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    path: UpdateEventPath,
    body: UpdateEventBody,
  }))()

/** The answer of "Update an event". */
export const UpdateEventAnswer = Event

/** The ids of "Delete an event". */
export const DeleteEventPath = /* @__PURE__ */ (() =>
  z.strictObject({
    eventId: EventId,
  }))()

/** All that "Delete an event" takes: path. */
export const DeleteEventRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    path: DeleteEventPath,
  }))()

/** The query of "List products". */
export const ListProductsQuery = /* @__PURE__ */ (() =>
  z.strictObject({
    category: z.optional(ProductCategory),
    limit: z.optional(parts.limited(z.int(), z.gte(1), z.lte(100))),
    cursor: z.optional(parts.limited(z.string(), z.minLength(1), parts.longest(400))),
  }))()

/** All that "List products" takes: query. */
export const ListProductsRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    query: z.optional(ListProductsQuery),
  }))()

/** The answer of "List products". */
export const ListProductsAnswer = ProductList

/** The body of "Create a product". */
export const CreateProductBody = ProductInput

/** All that "Create a product" takes: body. */
export const CreateProductRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    body: CreateProductBody,
  }))()

/** The answer of "Create a product". */
export const CreateProductAnswer = Product

/** The ids of "Get a product". */
export const GetProductPath = /* @__PURE__ */ (() =>
  z.strictObject({
    productId: ProductId,
  }))()

/** All that "Get a product" takes: path. */
export const GetProductRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    path: GetProductPath,
  }))()

/** The answer of "Get a product". */
export const GetProductAnswer = Product

/** The ids of "Update a product". */
export const UpdateProductPath = /* @__PURE__ */ (() =>
  z.strictObject({
    productId: ProductId,
  }))()

/** The body of "Update a product". */
export const UpdateProductBody = ProductPatch

/** All that "Update a product" takes: path, body. */
export const UpdateProductRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    path: UpdateProductPath,
    body: UpdateProductBody,
  }))()

/** The answer of "Update a product". */
export const UpdateProductAnswer = Product

/** The ids of "Delete a product". */
export const DeleteProductPath = /* @__PURE__ */ (() =>
  z.strictObject({
    productId: ProductId,
  }))()

/** All that "Delete a product" takes: path. */
export const DeleteProductRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    path: DeleteProductPath,
  }))()

/** The ids of "Get whether a customer exists". */
export const GetCustomerPath = /* @__PURE__ */ (() =>
  z.strictObject({
    id: CustomerId,
  }))()

/** All that "Get whether a customer exists" takes: path. */
export const GetCustomerRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    path: GetCustomerPath,
  }))()

/** The answer of "Get whether a customer exists". */
export const GetCustomerAnswer = Customer

/** The ids of "Register a customer". */
export const PutCustomerPath = /* @__PURE__ */ (() =>
  z.strictObject({
    id: CustomerId,
  }))()

/** All that "Register a customer" takes: path. */
export const PutCustomerRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    path: PutCustomerPath,
  }))()

/** The answer of "Register a customer". */
export const PutCustomerAnswer = RegisteredCustomer

/** The ids of "Delete a customer". */
export const DeleteCustomerPath = /* @__PURE__ */ (() =>
  z.strictObject({
    id: CustomerId,
  }))()

/** All that "Delete a customer" takes: path. */
export const DeleteCustomerRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    path: DeleteCustomerPath,
  }))()

/** The body of "Submit a customer to the workflow". */
export const SubmitWorkflowBody = WorkflowInput

/** All that "Submit a customer to the workflow" takes: body. */
export const SubmitWorkflowRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    body: SubmitWorkflowBody,
  }))()

/** The answer of "Submit a customer to the workflow". */
export const SubmitWorkflowAnswer = WorkflowSubmission

/** The ids of "Get an execution of the workflow". */
export const GetWorkflowExecutionPath = /* @__PURE__ */ (() =>
  z.strictObject({
    executionId: parts.limited(z.string(), z.minLength(1), parts.longest(255)),
  }))()

/** All that "Get an execution of the workflow" takes: path. */
export const GetWorkflowExecutionRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    path: GetWorkflowExecutionPath,
  }))()

/** The answer of "Get an execution of the workflow". */
export const GetWorkflowExecutionAnswer = WorkflowExecution

/** The body of "Ask the assistant". */
export const ChatBody = ChatInput

/** All that "Ask the assistant" takes: body. */
export const ChatRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    body: ChatBody,
  }))()

/** The answer of "Ask the assistant". */
export const ChatAnswer = ChatReply

/** The body of "Ask the assistant and read along". */
export const ChatStreamBody = ChatInput

/** All that "Ask the assistant and read along" takes: body. */
export const ChatStreamRequest = /* @__PURE__ */ (() =>
  z.strictObject({
    body: ChatStreamBody,
  }))()

/** An event of "Ask the assistant and read along". */
export const ChatStreamAnswer = ChatEvent

/** The answer of "List the sample users". */
export const ListUsersAnswer = UserList

/** The answer of "List the sample orders". */
export const ListOrdersAnswer = OrderList

/** The answer of "Get the service's status". */
export const GetStatusAnswer = Status

/** The answer of "Get the contract". */
export const GetOpenApiAnswer = OpenApiDocument
