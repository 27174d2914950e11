// Generated from spec/ by `npm run generate`. Do not edit.

import type { components, operations } from '../api.ts'

/** The type itself. An interface extends only a type with a name. */
type Named<T> = T

/** How far the case has come. */
export type CaseStatus = components['schemas']['CaseStatus']

/** Id of the case, a UUID in lower case. */
export type CaseId = components['schemas']['CaseId']

/** What the case is about, 1 to 8,000 characters. */
export type CaseDescription = components['schemas']['CaseDescription']

/** Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1 to 256 characters. */
export interface CaseMetadata extends Named<components['schemas']['CaseMetadata']> {}

/** A request that someone has to work on. */
export interface Case extends Named<components['schemas']['Case']> {}

/** Where the next page begins. Absent on the last page. */
export type NextCursor = components['schemas']['NextCursor']

/** A page of cases. */
export interface CaseList extends Named<components['schemas']['CaseList']> {}

/**
 * Problem details (RFC 9457). `error` and `message` repeat `title` and `detail` for clients that were written before
 * problem details were.
 */
export interface Problem extends Named<components['schemas']['Problem']> {}

/** What a new case is made of. */
export interface CaseInput extends Named<components['schemas']['CaseInput']> {}

/** The members of a case to change. */
export interface CasePatch extends Named<components['schemas']['CasePatch']> {}

/** The HTTP method to use. */
export type UploadMethod = components['schemas']['UploadMethod']

/** Where and how to send a file. */
export interface CaseUpload extends Named<components['schemas']['CaseUpload']> {}

/** A file that has been uploaded to a case. */
export interface CaseFile extends Named<components['schemas']['CaseFile']> {}

/** A page of files. */
export interface CaseFileList extends Named<components['schemas']['CaseFileList']> {}

/** How far the event has come. */
export type EventStatus = components['schemas']['EventStatus']

/** Id of the event, a UUID in lower case. */
export type EventId = components['schemas']['EventId']

/** Name of the event, 1 to 200 characters. */
export type EventTitle = components['schemas']['EventTitle']

/** What the event is about, 1 to 8,000 characters. */
export type EventDescription = components['schemas']['EventDescription']

/** The day of the event, `YYYY-MM-DD`; a day that the calendar has. */
export type EventDate = components['schemas']['EventDate']

/** Where the event is held, 1 to 300 characters. */
export type EventLocation = components['schemas']['EventLocation']

/** How many people can take part, 1 to 1,000,000. */
export type EventCapacity = components['schemas']['EventCapacity']

/** Who holds the event, 1 to 200 characters. */
export type EventOrganizer = components['schemas']['EventOrganizer']

/** An occasion that the organisation holds. */
export interface Event extends Named<components['schemas']['Event']> {}

/** A page of events. */
export interface EventList extends Named<components['schemas']['EventList']> {}

/** What a new event is made of. Without `status` it is `scheduled`. */
export interface EventInput extends Named<components['schemas']['EventInput']> {}

/** The members of an event to change. */
export interface EventPatch extends Named<components['schemas']['EventPatch']> {}

/** The category that the product belongs to, 1 to 64 characters, no control characters. */
export type ProductCategory = components['schemas']['ProductCategory']

/**
 * Id of the product, 1 to 64 letters, digits, dots, underscores and hyphens, the first a letter or a digit. Upper and
 * lower case are different ids.
 */
export type ProductId = components['schemas']['ProductId']

/** Name of the product, 1 to 200 characters. */
export type ProductName = components['schemas']['ProductName']

/** What there is to say of the product, at most 2,000 characters. */
export type ProductDescription = components['schemas']['ProductDescription']

/**
 * Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two decimals. More decimals are a
 * 400; the price is kept to the cent.
 */
export type ProductPrice = components['schemas']['ProductPrice']

/** How many pieces there are, 0 to 1,000,000,000. */
export type ProductStock = components['schemas']['ProductStock']

/** One product of the organisation's catalogue. */
export interface Product extends Named<components['schemas']['Product']> {}

/** A page of products. */
export interface ProductList extends Named<components['schemas']['ProductList']> {}

/** What a new product is made of. */
export interface ProductInput extends Named<components['schemas']['ProductInput']> {}

/** The members of a product to change. */
export interface ProductPatch extends Named<components['schemas']['ProductPatch']> {}

/**
 * Id of the customer, 1 to 128 letters, digits, underscores, hyphens, dots, colons and at signs. Upper and lower case
 * are different ids.
 */
export type CustomerId = components['schemas']['CustomerId']

/** An id, and whether there is a customer of that id. */
export interface Customer extends Named<components['schemas']['Customer']> {}

/** An object without members. `null` is the same as no body. */
export type CustomerInput = components['schemas']['CustomerInput']

/** Always true. */
export type CustomerExists = components['schemas']['CustomerExists']

/** A customer that exists. */
export interface RegisteredCustomer extends Named<components['schemas']['RegisteredCustomer']> {}

/** Which customer an execution is about. */
export interface WorkflowInput extends Named<components['schemas']['WorkflowInput']> {}

/** Id of the execution, 1 to 80 letters, digits, underscores and hyphens. */
export type ExecutionId = components['schemas']['ExecutionId']

/** How the execution stands. */
export type WorkflowStatus = components['schemas']['WorkflowStatus']

/** The execution that a submit leads to. */
export interface WorkflowSubmission extends Named<components['schemas']['WorkflowSubmission']> {}

/**
 * What came of it: the customer was `inserted`; it was there before (`already_exists`); or the execution was started by
 * the customer's own creation, and the customer was deleted again by then (`gone`).
 */
export type WorkflowOutcome = components['schemas']['WorkflowOutcome']

/** One execution of the workflow. */
export interface WorkflowExecution extends Named<components['schemas']['WorkflowExecution']> {}

/** What is said, 1 to 8,000 characters, not white space alone. */
export type ChatText = components['schemas']['ChatText']

/** Who speaks. */
export type ChatRole = components['schemas']['ChatRole']

/** One turn of a conversation. */
export interface ChatTurn extends Named<components['schemas']['ChatTurn']> {}

/** A message to the assistant. */
export interface ChatInput extends Named<components['schemas']['ChatInput']> {}

/** The operationId of an operation of this contract. */
export type ChatOperationId = components['schemas']['ChatOperationId']

/** The arguments by their names, as the model gave them. */
export interface ChatCallArguments extends Named<components['schemas']['ChatCallArguments']> {}

/** The status of the operation's answer; 400 also when the arguments fit no request. */
export type ChatCallStatus = components['schemas']['ChatCallStatus']

/** A call that the assistant made, with the rights of the caller. */
export interface ChatCall extends Named<components['schemas']['ChatCall']> {}

/** The arguments by their names: the parameters of the operation, and the members of its body. */
export interface ChatProposalArguments extends Named<components['schemas']['ChatProposalArguments']> {}

/**
 * One line that names the operation and what it is about, for people. The service writes it, from the contract, the
 * arguments and the item's name.
 */
export type ChatProposalSummary = components['schemas']['ChatProposalSummary']

/**
 * A change that the assistant proposes. It fits the contract, and the caller has the right to it. Show it to the
 * person, and call the operation when they agree.
 */
export type ChatProposal = components['schemas']['ChatProposal']

/**
 * Why the model stopped, in Bedrock's words: `end_turn` when it was done, `max_tokens` when the reply was cut off at
 * the limit; also `stop_sequence`, `tool_use`, `guardrail_intervened`, `content_filtered`, `malformed_model_output`,
 * `malformed_tool_use`, `model_context_window_exceeded`. More may come.
 */
export type ChatStopReason = components['schemas']['ChatStopReason']

/** What the reply cost, in the model's tokens. */
export interface ChatUsage extends Named<components['schemas']['ChatUsage']> {}

/** What the assistant replied. */
export interface ChatReply extends Named<components['schemas']['ChatReply']> {}

/** The type of the event. */
export type ChatTextType = components['schemas']['ChatTextType']

/** A piece of the reply. All pieces together are the reply. */
export interface ChatTextEvent extends Named<components['schemas']['ChatTextEvent']> {}

/** The type of the event. */
export type ChatCallType = components['schemas']['ChatCallType']

/** A call that the assistant made, with the rights of the caller. */
export interface ChatCallEvent extends Named<components['schemas']['ChatCallEvent']> {}

/** The type of the event. */
export type ChatProposalType = components['schemas']['ChatProposalType']

/** A change that the assistant proposes. It fits the contract, and the caller has the right to it. */
export type ChatProposalEvent = components['schemas']['ChatProposalEvent']

/** The type of the event. */
export type ChatDoneType = components['schemas']['ChatDoneType']

/** The end of the answer. No event follows. */
export interface ChatDoneEvent extends Named<components['schemas']['ChatDoneEvent']> {}

/** The type of the event. */
export type ChatErrorType = components['schemas']['ChatErrorType']

/** The end of an answer that has failed after its first event. No event follows. */
export interface ChatErrorEvent extends Named<components['schemas']['ChatErrorEvent']> {}

/** One event of an answer. Its `type` tells its other members. */
export type ChatEvent = components['schemas']['ChatEvent']

/** Id of the user, as u-0001. */
export type UserId = components['schemas']['UserId']

/** One role. */
export type UserRole = components['schemas']['UserRole']

/** A sample user. */
export interface User extends Named<components['schemas']['User']> {}

/** The sample users. */
export interface UserList extends Named<components['schemas']['UserList']> {}

/** How far the order has come. */
export type OrderStatus = components['schemas']['OrderStatus']

/** One line of an order. */
export interface OrderItem extends Named<components['schemas']['OrderItem']> {}

/** A sample order. */
export interface Order extends Named<components['schemas']['Order']> {}

/** The sample orders. */
export interface OrderList extends Named<components['schemas']['OrderList']> {}

/** Always `ok`; a service that is not does not answer. */
export type ServiceHealth = components['schemas']['ServiceHealth']

/** What the service says of itself. */
export interface Status extends Named<components['schemas']['Status']> {}

/** An OpenAPI 3.0.3 document. */
export interface OpenApiDocument extends Named<components['schemas']['OpenApiDocument']> {}

/** The query of "List cases". */
export interface ListCasesQuery extends NonNullable<operations['listCases']['parameters']['query']> {}

/** The query of "Get an upload URL for a case". */
export interface GetCaseUploadUrlQuery extends NonNullable<operations['getCaseUploadUrl']['parameters']['query']> {}

/** The query of "List a case's files". */
export interface ListCaseFilesQuery extends NonNullable<operations['listCaseFiles']['parameters']['query']> {}

/** The query of "List events". */
export interface ListEventsQuery extends NonNullable<operations['listEvents']['parameters']['query']> {}

/** The query of "List products". */
export interface ListProductsQuery extends NonNullable<operations['listProducts']['parameters']['query']> {}

/** The operations of the contract, by their operationId. */
export type OperationId = keyof operations
