// Generated from spec/ by `npm run generate`. Do not edit.

export interface paths {
  '/cases': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List cases
     * @description Lists cases, newest first, all of them or those in one status.
     */
    get: operations['listCases']
    put?: never
    /**
     * Create a case
     * @description Creates a case in status `open` and returns it with its id.
     */
    post: operations['createCase']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/cases/{caseId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description Id of the case, as `listCases` gives it.
         * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
         */
        caseId: components['parameters']['CaseIdInPath']
      }
      cookie?: never
    }
    /**
     * Get a case
     * @description Returns one case by its id.
     */
    get: operations['getCase']
    /**
     * Update a case
     * @description Changes the given members of a case and leaves the others. `metadata` is replaced as a whole.
     */
    put: operations['updateCase']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/cases/{caseId}/upload': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description Id of the case, as `listCases` gives it.
         * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
         */
        caseId: components['parameters']['CaseIdInPath']
      }
      cookie?: never
    }
    /**
     * Get an upload URL for a case
     * @description Returns a URL to which one file is sent by PUT with the headers that the answer names. The URL
     *   enforces the content type. With `contentLength` it also enforces the length, writes once, and is valid for 15
     *   minutes; a second PUT is answered 412. Without `contentLength` it is valid for 5 minutes, and a file larger
     *   than 100 MiB is removed after it has arrived.
     */
    get: operations['getCaseUploadUrl']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/cases/{caseId}/files': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description Id of the case, as `listCases` gives it.
         * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
         */
        caseId: components['parameters']['CaseIdInPath']
      }
      cookie?: never
    }
    /**
     * List a case's files
     * @description Lists the files that have been uploaded to a case, each with a download URL that is valid for 15
     *   minutes. A page may have fewer files than `limit` while there are more: files that are larger than 100 MiB, or
     *   were removed at this moment, are left out.
     */
    get: operations['listCaseFiles']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/events': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List events
     * @description Lists events, the newest entry first, all of them or those in one status.
     */
    get: operations['listEvents']
    put?: never
    /**
     * Create an event
     * @description Creates an event, in status `scheduled` unless the body says otherwise, and returns it with its id.
     */
    post: operations['createEvent']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/events/{eventId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description Id of the event, as `listEvents` gives it.
         * @example b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80
         */
        eventId: components['parameters']['EventIdInPath']
      }
      cookie?: never
    }
    /**
     * Get an event
     * @description Returns one event by its id.
     */
    get: operations['getEvent']
    /**
     * Update an event
     * @description Changes the given members of an event and leaves the others.
     */
    put: operations['updateEvent']
    post?: never
    /**
     * Delete an event
     * @description Deletes one event by its id. To call it off and keep it, set its status to `cancelled` instead.
     */
    delete: operations['deleteEvent']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/products': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List products
     * @description Lists products by their id, all of them or those in one category.
     */
    get: operations['listProducts']
    put?: never
    /**
     * Create a product
     * @description Adds a product under the id that the body names. A repeat with the same content answers the original
     *   201 with `Idempotent-Replayed: true`; other content under an id that is taken is a 409. It takes no
     *   `Idempotency-Key`.
     */
    post: operations['createProduct']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/products/{productId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description Id of the product, as `listProducts` gives it.
         * @example kiosk-stand-01
         */
        productId: components['parameters']['ProductIdInPath']
      }
      cookie?: never
    }
    /**
     * Get a product
     * @description Returns one product by its id.
     */
    get: operations['getProduct']
    /**
     * Update a product
     * @description Changes the given members of a product and leaves the others. Its id stays.
     */
    put: operations['updateProduct']
    post?: never
    /**
     * Delete a product
     * @description Deletes one product by its id, which is free again afterwards.
     */
    delete: operations['deleteProduct']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/customers/{id}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description Id of the customer.
         * @example c-1042
         */
        id: components['parameters']['CustomerIdInPath']
      }
      cookie?: never
    }
    /**
     * Get whether a customer exists
     * @description Says whether the customer exists. One that does not is an answer too, with `exists` false.
     */
    get: operations['getCustomer']
    /**
     * Register a customer
     * @description Makes sure that the customer exists: 201 when it is new, 200 when it was there already. A new
     *   customer is announced by the event CustomerCreated. The body may be absent, empty, `null` or `{}`.
     */
    put: operations['putCustomer']
    post?: never
    /**
     * Delete a customer
     * @description Makes sure that the customer does not exist, whether or not it was there.
     */
    delete: operations['deleteCustomer']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/workflow/submit': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Submit a customer to the workflow
     * @description Starts one execution of the customer workflow and returns at once. Without an `Idempotency-Key` each
     *   submit is an execution of its own; with one a repeat finds the execution that the first one started.
     */
    post: operations['submitWorkflow']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/workflow/executions/{executionId}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description Id of the execution. An id that no execution can have is a 404, as an unknown id is.
         * @example 8d1f6a34-52c0-4e7b-9a0f-3c6b1d2e4f57
         */
        executionId: components['parameters']['ExecutionIdInPath']
      }
      cookie?: never
    }
    /**
     * Get an execution of the workflow
     * @description Returns how an execution stands and, once it has succeeded, what came of it. Ask again while it is
     *   `running`, after as many seconds as `Retry-After` says.
     */
    get: operations['getWorkflowExecution']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/chat': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Ask the assistant
     * @description Sends a message to the assistant and returns its reply. The assistant looks things up with the
     *   caller's rights, and `calls` lists these calls. It changes nothing: `proposals` lists the changes that it
     *   proposes, and the client runs those that the person accepts. An answer takes at most 5 rounds, 8 calls and 25
     *   s; when a limit stops it, the reply says so. Nothing is kept between calls: to go on with a conversation, send
     *   its turns so far in `history`. `message` and `history` have together at most 32,000 characters; more is a 400.
     *   Each person has a quota of requests, which the headers `RateLimit-…` show; a request beyond it is a 429 with
     *   `Retry-After`.
     */
    post: operations['chat']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/chat/stream': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Ask the assistant and read along
     * @description Sends the same message as `chat`, and answers while the assistant writes: with server-sent events.
     *   The body of each event is JSON on one `data:` line, and its `event:` line repeats the `type`. The last event is
     *   `done` or `error`. What fails before the first event is an ordinary problem. A comment every 15 s keeps the
     *   connection alive.
     */
    post: operations['chatStream']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/mcp': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Send a message of the Model Context Protocol
     * @description Takes one JSON-RPC message of the Model Context Protocol and answers it as JSON, without sessions.
     *   Serves the revision 2026-07-28 and, for older clients, 2025-03-26 to 2025-11-25. Takes access tokens alone. A
     *   request of a page of another origin is refused, unless the stage allows that origin. Each tool is an operation
     *   of this contract, with the same rights, validation and errors.
     */
    post: operations['mcp']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/.well-known/oauth-protected-resource': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Get where to sign in, for the whole API
     * @description Returns the protected resource metadata (RFC 9728) of `/mcp`, for clients that look at the root.
     */
    get: operations['getProtectedResource']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/.well-known/oauth-protected-resource/mcp': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Get where to sign in, for the MCP endpoint
     * @description Returns the protected resource metadata (RFC 9728) of `/mcp`.
     */
    get: operations['getMcpProtectedResource']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/.well-known/oauth-authorization-server': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Get the endpoints for signing in
     * @description Returns the authorization server metadata (RFC 8414). The endpoints are Cognito's. Cognito's own
     *   document does not say that it takes PKCE, and MCP clients then refuse it.
     */
    get: operations['getAuthorizationServer']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/users': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List the sample users
     * @description Returns all sample users at once, without pages. They are made up and cannot sign in.
     */
    get: operations['listUsers']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/orders': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List the sample orders
     * @description Returns all sample orders at once, without pages. They refer to the sample users and products.
     */
    get: operations['listOrders']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/status': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Get the service's status
     * @description Says that the service is up, which version runs in which environment, and who is asking.
     */
    get: operations['getStatus']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/openapi.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Get the contract
     * @description Returns the bundled OpenAPI document that this service was built from.
     */
    get: operations['getOpenApi']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    /**
     * @description How far the case has come.
     * @enum {string}
     */
    CaseStatus: 'open' | 'in_progress' | 'resolved' | 'closed'
    /**
     * Format: uuid
     * @description Id of the case, a UUID in lower case.
     */
    CaseId: string
    /** @description What the case is about, 1 to 8,000 characters. */
    CaseDescription: string
    /**
     * @description Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1 to 256
     *   characters.
     * @example {
     *       "site": "A4",
     *       "priority": "high"
     *     }
     */
    CaseMetadata: {
      [key: string]: string
    }
    /** @description A request that someone has to work on. */
    Case: {
      caseId: components['schemas']['CaseId']
      description: components['schemas']['CaseDescription']
      status: components['schemas']['CaseStatus']
      metadata?: components['schemas']['CaseMetadata']
      /**
       * Format: date-time
       * @description When the case was created (RFC 3339, UTC, milliseconds).
       */
      createdAt: string
      /**
       * Format: date-time
       * @description When the case was last changed (RFC 3339, UTC, milliseconds).
       */
      updatedAt: string
    }
    /** @description Where the next page begins. Absent on the last page. */
    NextCursor: string
    /** @description A page of cases. */
    CaseList: {
      /** @description The cases, newest first. */
      cases: components['schemas']['Case'][]
      nextCursor?: components['schemas']['NextCursor']
    }
    /**
     * @description Problem details (RFC 9457). `error` and `message` repeat `title` and `detail` for clients that were
     *   written before problem details were.
     */
    Problem: {
      /**
       * Format: uri-reference
       * @description The kind of problem, a reference to its documentation.
       */
      type: string
      /** @description The kind of problem in words; the same for every occurrence. */
      title: string
      /** @description The HTTP status. */
      status: number
      /** @description What happened this time, and what helps. */
      detail: string
      /**
       * Format: uri-reference
       * @description The path that was asked for.
       */
      instance: string
      /** @description The request's id, also in `X-Request-Id`; quote it when asking for help. */
      requestId: string
      /** @description For bad input, each place that is wrong. */
      errors?: {
        /** @description JSON Pointer (RFC 6901) into the request body. */
        pointer?: string
        /** @description Name of the path, query or header parameter. */
        parameter?: string
        /** @description What is wrong there. */
        detail: string
      }[]
      /** @description The same as `title`. */
      error: string
      /** @description The same as `detail`. */
      message: string
    }
    /** @description What a new case is made of. */
    CaseInput: {
      description: components['schemas']['CaseDescription']
      metadata?: components['schemas']['CaseMetadata']
    }
    /** @description The members of a case to change. */
    CasePatch: {
      description?: components['schemas']['CaseDescription']
      status?: components['schemas']['CaseStatus']
      metadata?: components['schemas']['CaseMetadata']
    }
    /**
     * @description The HTTP method to use.
     * @enum {string}
     */
    UploadMethod: 'PUT'
    /** @description Where and how to send a file. */
    CaseUpload: {
      /**
       * Format: uri
       * @description The presigned URL.
       */
      uploadUrl: string
      method: components['schemas']['UploadMethod']
      /**
       * @description Headers to send with the file, exactly as given. `if-none-match` makes the URL write once; it is
       *   there when a length was given. Content-Length is not among them, every HTTP client sets it itself.
       */
      headers: {
        [key: string]: string
      }
      /** @description Key of the file, as it appears in the list of the case's files. */
      key: string
      /**
       * Format: date-time
       * @description When the URL stops working.
       */
      expiresAt: string
    }
    /** @description A file that has been uploaded to a case. */
    CaseFile: {
      /** @description Key of the file. */
      key: string
      /** @description Name of the file. */
      fileName: string
      /**
       * Format: int64
       * @description Length in bytes.
       */
      size: number
      /** @description Media type of the file. */
      contentType: string
      /**
       * Format: date-time
       * @description When the file was uploaded.
       */
      lastModified: string
      /**
       * Format: uri
       * @description Presigned URL that returns the file as an attachment, byte for byte, valid for 15 minutes.
       */
      downloadUrl: string
    }
    /** @description A page of files. */
    CaseFileList: {
      /** @description The files, by key. */
      files: components['schemas']['CaseFile'][]
      nextCursor?: components['schemas']['NextCursor']
    }
    /**
     * @description How far the event has come.
     * @enum {string}
     */
    EventStatus: 'scheduled' | 'ongoing' | 'completed' | 'cancelled'
    /**
     * Format: uuid
     * @description Id of the event, a UUID in lower case.
     */
    EventId: string
    /** @description Name of the event, 1 to 200 characters. */
    EventTitle: string
    /** @description What the event is about, 1 to 8,000 characters. */
    EventDescription: string
    /**
     * Format: date
     * @description The day of the event, `YYYY-MM-DD`; a day that the calendar has.
     */
    EventDate: string
    /** @description Where the event is held, 1 to 300 characters. */
    EventLocation: string
    /** @description How many people can take part, 1 to 1,000,000. */
    EventCapacity: number
    /** @description Who holds the event, 1 to 200 characters. */
    EventOrganizer: string
    /** @description An occasion that the organisation holds. */
    Event: {
      eventId: components['schemas']['EventId']
      title: components['schemas']['EventTitle']
      description: components['schemas']['EventDescription']
      date: components['schemas']['EventDate']
      location: components['schemas']['EventLocation']
      capacity: components['schemas']['EventCapacity']
      organizer: components['schemas']['EventOrganizer']
      status: components['schemas']['EventStatus']
      /**
       * Format: date-time
       * @description When the event was created (RFC 3339, UTC, milliseconds).
       */
      createdAt: string
      /**
       * Format: date-time
       * @description When the event was last changed (RFC 3339, UTC, milliseconds).
       */
      updatedAt: string
    }
    /** @description A page of events. */
    EventList: {
      /** @description The events, the newest entry first. */
      events: components['schemas']['Event'][]
      nextCursor?: components['schemas']['NextCursor']
    }
    /** @description What a new event is made of. Without `status` it is `scheduled`. */
    EventInput: {
      title: components['schemas']['EventTitle']
      description: components['schemas']['EventDescription']
      date: components['schemas']['EventDate']
      location: components['schemas']['EventLocation']
      capacity: components['schemas']['EventCapacity']
      organizer: components['schemas']['EventOrganizer']
      status?: components['schemas']['EventStatus']
    }
    /** @description The members of an event to change. */
    EventPatch: {
      title?: components['schemas']['EventTitle']
      description?: components['schemas']['EventDescription']
      date?: components['schemas']['EventDate']
      location?: components['schemas']['EventLocation']
      capacity?: components['schemas']['EventCapacity']
      organizer?: components['schemas']['EventOrganizer']
      status?: components['schemas']['EventStatus']
    }
    /** @description The category that the product belongs to, 1 to 64 characters, no control characters. */
    ProductCategory: string
    /**
     * @description Id of the product, 1 to 64 letters, digits, dots, underscores and hyphens, the first a letter or a
     *   digit. Upper and lower case are different ids.
     */
    ProductId: string
    /** @description Name of the product, 1 to 200 characters. */
    ProductName: string
    /** @description What there is to say of the product, at most 2,000 characters. */
    ProductDescription: string
    /**
     * Format: double
     * @description Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two decimals. More
     *   decimals are a 400; the price is kept to the cent.
     */
    ProductPrice: number
    /** @description How many pieces there are, 0 to 1,000,000,000. */
    ProductStock: number
    /** @description One product of the organisation's catalogue. */
    Product: {
      productId: components['schemas']['ProductId']
      category: components['schemas']['ProductCategory']
      productName: components['schemas']['ProductName']
      description?: components['schemas']['ProductDescription']
      productPrice: components['schemas']['ProductPrice']
      stock: components['schemas']['ProductStock']
      /**
       * Format: date-time
       * @description When the product was created (RFC 3339, UTC, milliseconds).
       */
      createdAt: string
      /**
       * Format: date-time
       * @description When the product was last changed (RFC 3339, UTC, milliseconds).
       */
      updatedAt: string
    }
    /** @description A page of products. */
    ProductList: {
      /** @description The products, by their id. */
      products: components['schemas']['Product'][]
      nextCursor?: components['schemas']['NextCursor']
    }
    /** @description What a new product is made of. */
    ProductInput: {
      productId: components['schemas']['ProductId']
      category: components['schemas']['ProductCategory']
      productName: components['schemas']['ProductName']
      description?: components['schemas']['ProductDescription']
      productPrice: components['schemas']['ProductPrice']
      stock: components['schemas']['ProductStock']
    }
    /** @description The members of a product to change. */
    ProductPatch: {
      category?: components['schemas']['ProductCategory']
      productName?: components['schemas']['ProductName']
      description?: components['schemas']['ProductDescription']
      productPrice?: components['schemas']['ProductPrice']
      stock?: components['schemas']['ProductStock']
    }
    /**
     * @description Id of the customer, 1 to 128 letters, digits, underscores, hyphens, dots, colons and at signs. Upper
     *   and lower case are different ids.
     */
    CustomerId: string
    /** @description An id, and whether there is a customer of that id. */
    Customer: {
      id: components['schemas']['CustomerId']
      /** @description Whether the customer exists. */
      exists: boolean
    }
    /** @description An object without members. `null` is the same as no body. */
    CustomerInput: Record<string, never> | null
    /**
     * @description Always true.
     * @enum {boolean}
     */
    CustomerExists: true
    /** @description A customer that exists. */
    RegisteredCustomer: {
      id: components['schemas']['CustomerId']
      exists: components['schemas']['CustomerExists']
    }
    /** @description Which customer an execution is about. */
    WorkflowInput: {
      id: components['schemas']['CustomerId']
    }
    /** @description Id of the execution, 1 to 80 letters, digits, underscores and hyphens. */
    ExecutionId: string
    /**
     * @description How the execution stands.
     * @enum {string}
     */
    WorkflowStatus: 'running' | 'succeeded' | 'failed' | 'timed_out' | 'aborted'
    /** @description The execution that a submit leads to. */
    WorkflowSubmission: {
      executionId: components['schemas']['ExecutionId']
      status: components['schemas']['WorkflowStatus']
    }
    /**
     * @description What came of it: the customer was `inserted`; it was there before (`already_exists`); or the
     *   execution was started by the customer's own creation, and the customer was deleted again by then (`gone`).
     * @enum {string}
     */
    WorkflowOutcome: 'inserted' | 'already_exists' | 'gone'
    /** @description One execution of the workflow. */
    WorkflowExecution: {
      executionId: components['schemas']['ExecutionId']
      status: components['schemas']['WorkflowStatus']
      outcome?: components['schemas']['WorkflowOutcome']
      /**
       * Format: date-time
       * @description When the execution was started (RFC 3339, UTC, milliseconds).
       */
      startedAt: string
      /**
       * Format: date-time
       * @description When the execution ended (RFC 3339, UTC, milliseconds). Absent while it is running.
       */
      stoppedAt?: string
    }
    /** @description What is said, 1 to 8,000 characters, not white space alone. */
    ChatText: string
    /**
     * @description Who speaks.
     * @enum {string}
     */
    ChatRole: 'user' | 'assistant'
    /** @description One turn of a conversation. */
    ChatTurn: {
      role: components['schemas']['ChatRole']
      content: components['schemas']['ChatText']
    }
    /** @description A message to the assistant. */
    ChatInput: {
      message: components['schemas']['ChatText']
      /**
       * @description The conversation so far, the oldest turn first, at most 40. User and assistant alternate, the user
       *   begins, and the assistant's turn is the last, since `message` is the user's next; any other order is a 400.
       *   So is a history whose turns have more than 32,000 characters together with `message`.
       */
      history?: components['schemas']['ChatTurn'][]
    }
    /** @description The operationId of an operation of this contract. */
    ChatOperationId: string
    /** @description The arguments by their names, as the model gave them. */
    ChatCallArguments: {
      [key: string]: unknown
    }
    /** @description The status of the operation's answer; 400 also when the arguments fit no request. */
    ChatCallStatus: number
    /** @description A call that the assistant made, with the rights of the caller. */
    ChatCall: {
      operationId: components['schemas']['ChatOperationId']
      arguments: components['schemas']['ChatCallArguments']
      status: components['schemas']['ChatCallStatus']
    }
    /** @description The arguments by their names: the parameters of the operation, and the members of its body. */
    ChatProposalArguments: {
      [key: string]: unknown
    }
    /**
     * @description One line that names the operation and what it is about, for people. The service writes it, from the
     *   contract, the arguments and the item's name.
     */
    ChatProposalSummary: string
    /**
     * @description A change that the assistant proposes. It fits the contract, and the caller has the right to it. Show
     *   it to the person, and call the operation when they agree.
     */
    ChatProposal:
      | {
          /**
           * @description Create a case.
           * @enum {string}
           */
          operationId: 'createCase'
          arguments: {
            /** @description What the case is about, 1 to 8,000 characters. */
            description: string
            /**
             * @description Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1
             *   to 256 characters.
             */
            metadata?: {
              [key: string]: string
            }
          }
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /**
           * @description Update a case.
           * @enum {string}
           */
          operationId: 'updateCase'
          arguments: {
            /**
             * Format: uuid
             * @description Id of the case, as `listCases` gives it.
             */
            caseId: string
            /** @description What the case is about, 1 to 8,000 characters. */
            description?: string
            /**
             * @description How far the case has come.
             * @enum {string}
             */
            status?: 'open' | 'in_progress' | 'resolved' | 'closed'
            /**
             * @description Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1
             *   to 256 characters.
             */
            metadata?: {
              [key: string]: string
            }
          }
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /**
           * @description Get an upload URL for a case.
           * @enum {string}
           */
          operationId: 'getCaseUploadUrl'
          arguments: {
            /**
             * Format: uuid
             * @description Id of the case, as `listCases` gives it.
             */
            caseId: string
            /**
             * @description Name of the file, at most 255 bytes in UTF-8. It has no slashes, backslashes, control
             *   characters, line or paragraph separators, and no invisible characters that change the direction of
             *   text. A name is made up when it is left out.
             */
            fileName?: string
            /**
             * @description Media type of the file with its parameters (RFC 9110), as a browser names it:
             *   `video/webm;codecs=vp8,opus`.
             * @default application/octet-stream
             */
            contentType?: string
            /**
             * Format: int64
             * @description Length of the file in bytes, at most 100 MiB. Give it unless you cannot know it.
             */
            contentLength?: number
          }
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /**
           * @description Create an event.
           * @enum {string}
           */
          operationId: 'createEvent'
          arguments: {
            /** @description Name of the event, 1 to 200 characters. */
            title: string
            /** @description What the event is about, 1 to 8,000 characters. */
            description: string
            /**
             * Format: date
             * @description The day of the event, `YYYY-MM-DD`; a day that the calendar has.
             */
            date: string
            /** @description Where the event is held, 1 to 300 characters. */
            location: string
            /** @description How many people can take part, 1 to 1,000,000. */
            capacity: number
            /** @description Who holds the event, 1 to 200 characters. */
            organizer: string
            /**
             * @description How far the event has come.
             * @enum {string}
             */
            status?: 'scheduled' | 'ongoing' | 'completed' | 'cancelled'
          }
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /**
           * @description Update an event.
           * @enum {string}
           */
          operationId: 'updateEvent'
          arguments: {
            /**
             * Format: uuid
             * @description Id of the event, as `listEvents` gives it.
             */
            eventId: string
            /** @description Name of the event, 1 to 200 characters. */
            title?: string
            /** @description What the event is about, 1 to 8,000 characters. */
            description?: string
            /**
             * Format: date
             * @description The day of the event, `YYYY-MM-DD`; a day that the calendar has.
             */
            date?: string
            /** @description Where the event is held, 1 to 300 characters. */
            location?: string
            /** @description How many people can take part, 1 to 1,000,000. */
            capacity?: number
            /** @description Who holds the event, 1 to 200 characters. */
            organizer?: string
            /**
             * @description How far the event has come.
             * @enum {string}
             */
            status?: 'scheduled' | 'ongoing' | 'completed' | 'cancelled'
          }
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /**
           * @description Delete an event.
           * @enum {string}
           */
          operationId: 'deleteEvent'
          arguments: {
            /**
             * Format: uuid
             * @description Id of the event, as `listEvents` gives it.
             */
            eventId: string
          }
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /**
           * @description Create a product.
           * @enum {string}
           */
          operationId: 'createProduct'
          arguments: {
            /**
             * @description Id of the product, 1 to 64 letters, digits, dots, underscores and hyphens, the first a
             *   letter or a digit. Upper and lower case are different ids.
             */
            productId: string
            /** @description The category that the product belongs to, 1 to 64 characters, no control characters. */
            category: string
            /** @description Name of the product, 1 to 200 characters. */
            productName: string
            /** @description What there is to say of the product, at most 2,000 characters. */
            description?: string
            /**
             * Format: double
             * @description Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two
             *   decimals. More decimals are a 400; the price is kept to the cent.
             */
            productPrice: number
            /** @description How many pieces there are, 0 to 1,000,000,000. */
            stock: number
          }
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /**
           * @description Update a product.
           * @enum {string}
           */
          operationId: 'updateProduct'
          arguments: {
            /** @description Id of the product, as `listProducts` gives it. */
            productId: string
            /** @description The category that the product belongs to, 1 to 64 characters, no control characters. */
            category?: string
            /** @description Name of the product, 1 to 200 characters. */
            productName?: string
            /** @description What there is to say of the product, at most 2,000 characters. */
            description?: string
            /**
             * Format: double
             * @description Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two
             *   decimals. More decimals are a 400; the price is kept to the cent.
             */
            productPrice?: number
            /** @description How many pieces there are, 0 to 1,000,000,000. */
            stock?: number
          }
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /**
           * @description Delete a product.
           * @enum {string}
           */
          operationId: 'deleteProduct'
          arguments: {
            /** @description Id of the product, as `listProducts` gives it. */
            productId: string
          }
          summary: components['schemas']['ChatProposalSummary']
        }
    /**
     * @description Why the model stopped, in Bedrock's words: `end_turn` when it was done, `max_tokens` when the reply
     *   was cut off at the limit; also `stop_sequence`, `tool_use`, `guardrail_intervened`, `content_filtered`,
     *   `malformed_model_output`, `malformed_tool_use`, `model_context_window_exceeded`. More may come.
     */
    ChatStopReason: string
    /** @description What the reply cost, in the model's tokens. */
    ChatUsage: {
      /** @description Tokens that the model was sent. */
      inputTokens: number
      /** @description Tokens that the model wrote. */
      outputTokens: number
      /** @description Both together. */
      totalTokens: number
    }
    /** @description What the assistant replied. */
    ChatReply: {
      /**
       * @description The assistant's words. Empty when the model stopped before it said anything. Links and images that
       *   do not lead to this service are written as plain text.
       */
      reply: string
      /** @description What the assistant looked up, in this order. */
      calls: components['schemas']['ChatCall'][]
      /** @description The changes that the assistant proposes. Nothing has changed yet. */
      proposals: components['schemas']['ChatProposal'][]
      stopReason: components['schemas']['ChatStopReason']
      usage: components['schemas']['ChatUsage']
    }
    /**
     * @description The type of the event.
     * @enum {string}
     */
    ChatTextType: 'text'
    /** @description A piece of the reply. All pieces together are the reply. */
    ChatTextEvent: {
      type: components['schemas']['ChatTextType']
      /** @description The piece. */
      text: string
    }
    /**
     * @description The type of the event.
     * @enum {string}
     */
    ChatCallType: 'call'
    /** @description A call that the assistant made, with the rights of the caller. */
    ChatCallEvent: {
      type: components['schemas']['ChatCallType']
      operationId: components['schemas']['ChatOperationId']
      arguments: components['schemas']['ChatCallArguments']
      status: components['schemas']['ChatCallStatus']
    }
    /**
     * @description The type of the event.
     * @enum {string}
     */
    ChatProposalType: 'proposal'
    /** @description A change that the assistant proposes. It fits the contract, and the caller has the right to it. */
    ChatProposalEvent:
      | {
          type: components['schemas']['ChatProposalType']
          /**
           * @description Create a case.
           * @enum {string}
           */
          operationId: 'createCase'
          arguments: {
            /** @description What the case is about, 1 to 8,000 characters. */
            description: string
            /**
             * @description Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1
             *   to 256 characters.
             */
            metadata?: {
              [key: string]: string
            }
          }
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          type: components['schemas']['ChatProposalType']
          /**
           * @description Update a case.
           * @enum {string}
           */
          operationId: 'updateCase'
          arguments: {
            /**
             * Format: uuid
             * @description Id of the case, as `listCases` gives it.
             */
            caseId: string
            /** @description What the case is about, 1 to 8,000 characters. */
            description?: string
            /**
             * @description How far the case has come.
             * @enum {string}
             */
            status?: 'open' | 'in_progress' | 'resolved' | 'closed'
            /**
             * @description Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1
             *   to 256 characters.
             */
            metadata?: {
              [key: string]: string
            }
          }
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          type: components['schemas']['ChatProposalType']
          /**
           * @description Get an upload URL for a case.
           * @enum {string}
           */
          operationId: 'getCaseUploadUrl'
          arguments: {
            /**
             * Format: uuid
             * @description Id of the case, as `listCases` gives it.
             */
            caseId: string
            /**
             * @description Name of the file, at most 255 bytes in UTF-8. It has no slashes, backslashes, control
             *   characters, line or paragraph separators, and no invisible characters that change the direction of
             *   text. A name is made up when it is left out.
             */
            fileName?: string
            /**
             * @description Media type of the file with its parameters (RFC 9110), as a browser names it:
             *   `video/webm;codecs=vp8,opus`.
             * @default application/octet-stream
             */
            contentType?: string
            /**
             * Format: int64
             * @description Length of the file in bytes, at most 100 MiB. Give it unless you cannot know it.
             */
            contentLength?: number
          }
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          type: components['schemas']['ChatProposalType']
          /**
           * @description Create an event.
           * @enum {string}
           */
          operationId: 'createEvent'
          arguments: {
            /** @description Name of the event, 1 to 200 characters. */
            title: string
            /** @description What the event is about, 1 to 8,000 characters. */
            description: string
            /**
             * Format: date
             * @description The day of the event, `YYYY-MM-DD`; a day that the calendar has.
             */
            date: string
            /** @description Where the event is held, 1 to 300 characters. */
            location: string
            /** @description How many people can take part, 1 to 1,000,000. */
            capacity: number
            /** @description Who holds the event, 1 to 200 characters. */
            organizer: string
            /**
             * @description How far the event has come.
             * @enum {string}
             */
            status?: 'scheduled' | 'ongoing' | 'completed' | 'cancelled'
          }
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          type: components['schemas']['ChatProposalType']
          /**
           * @description Update an event.
           * @enum {string}
           */
          operationId: 'updateEvent'
          arguments: {
            /**
             * Format: uuid
             * @description Id of the event, as `listEvents` gives it.
             */
            eventId: string
            /** @description Name of the event, 1 to 200 characters. */
            title?: string
            /** @description What the event is about, 1 to 8,000 characters. */
            description?: string
            /**
             * Format: date
             * @description The day of the event, `YYYY-MM-DD`; a day that the calendar has.
             */
            date?: string
            /** @description Where the event is held, 1 to 300 characters. */
            location?: string
            /** @description How many people can take part, 1 to 1,000,000. */
            capacity?: number
            /** @description Who holds the event, 1 to 200 characters. */
            organizer?: string
            /**
             * @description How far the event has come.
             * @enum {string}
             */
            status?: 'scheduled' | 'ongoing' | 'completed' | 'cancelled'
          }
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          type: components['schemas']['ChatProposalType']
          /**
           * @description Delete an event.
           * @enum {string}
           */
          operationId: 'deleteEvent'
          arguments: {
            /**
             * Format: uuid
             * @description Id of the event, as `listEvents` gives it.
             */
            eventId: string
          }
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          type: components['schemas']['ChatProposalType']
          /**
           * @description Create a product.
           * @enum {string}
           */
          operationId: 'createProduct'
          arguments: {
            /**
             * @description Id of the product, 1 to 64 letters, digits, dots, underscores and hyphens, the first a
             *   letter or a digit. Upper and lower case are different ids.
             */
            productId: string
            /** @description The category that the product belongs to, 1 to 64 characters, no control characters. */
            category: string
            /** @description Name of the product, 1 to 200 characters. */
            productName: string
            /** @description What there is to say of the product, at most 2,000 characters. */
            description?: string
            /**
             * Format: double
             * @description Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two
             *   decimals. More decimals are a 400; the price is kept to the cent.
             */
            productPrice: number
            /** @description How many pieces there are, 0 to 1,000,000,000. */
            stock: number
          }
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          type: components['schemas']['ChatProposalType']
          /**
           * @description Update a product.
           * @enum {string}
           */
          operationId: 'updateProduct'
          arguments: {
            /** @description Id of the product, as `listProducts` gives it. */
            productId: string
            /** @description The category that the product belongs to, 1 to 64 characters, no control characters. */
            category?: string
            /** @description Name of the product, 1 to 200 characters. */
            productName?: string
            /** @description What there is to say of the product, at most 2,000 characters. */
            description?: string
            /**
             * Format: double
             * @description Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two
             *   decimals. More decimals are a 400; the price is kept to the cent.
             */
            productPrice?: number
            /** @description How many pieces there are, 0 to 1,000,000,000. */
            stock?: number
          }
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          type: components['schemas']['ChatProposalType']
          /**
           * @description Delete a product.
           * @enum {string}
           */
          operationId: 'deleteProduct'
          arguments: {
            /** @description Id of the product, as `listProducts` gives it. */
            productId: string
          }
          summary: components['schemas']['ChatProposalSummary']
        }
    /**
     * @description The type of the event.
     * @enum {string}
     */
    ChatDoneType: 'done'
    /** @description The end of the answer. No event follows. */
    ChatDoneEvent: {
      type: components['schemas']['ChatDoneType']
      stopReason: components['schemas']['ChatStopReason']
      usage: components['schemas']['ChatUsage']
    }
    /**
     * @description The type of the event.
     * @enum {string}
     */
    ChatErrorType: 'error'
    /** @description The end of an answer that has failed after its first event. No event follows. */
    ChatErrorEvent: {
      type: components['schemas']['ChatErrorType']
      problem: components['schemas']['Problem']
    }
    /** @description One event of an answer. Its `type` tells its other members. */
    ChatEvent:
      | components['schemas']['ChatTextEvent']
      | components['schemas']['ChatCallEvent']
      | components['schemas']['ChatProposalEvent']
      | components['schemas']['ChatDoneEvent']
      | components['schemas']['ChatErrorEvent']
    /**
     * @description The version of JSON-RPC.
     * @enum {string}
     */
    JsonRpcVersion: '2.0'
    /** @description A request or a notification of JSON-RPC 2.0. A notification has no `id`. */
    McpRequest: {
      jsonrpc: components['schemas']['JsonRpcVersion']
      /** @description The method, as `tools/list`. */
      method: string
      /** @description What the method takes. `_meta` names the revision and the client's capabilities. */
      params?: {
        [key: string]: unknown
      }
    } & {
      [key: string]: unknown
    }
    /**
     * @description An answer of JSON-RPC 2.0, with `result` or `error`. It has the `id` of its request, if that has
     *   one.
     */
    McpResponse: {
      jsonrpc: components['schemas']['JsonRpcVersion']
      /** @description What the method answers. */
      result?: {
        [key: string]: unknown
      }
      /** @description Why there is no result. */
      error?: {
        /**
         * Format: int32
         * @description The kind of error.
         */
        code: number
        /** @description The error in words. */
        message: string
        /** @description More on the error. */
        data?: {
          [key: string]: unknown
        }
      }
    } & {
      [key: string]: unknown
    }
    /** @description Protected resource metadata (RFC 9728). The names of its members are the RFC's. */
    ProtectedResource: {
      /**
       * Format: uri
       * @description The address that a person gives to the assistant.
       */
      resource: string
      /** @description Where the metadata of the sign-in is. */
      authorization_servers: string[]
      /** @description The scopes that a token can have. */
      scopes_supported: string[]
      /** @description Where a request has the token. */
      bearer_methods_supported: string[]
      /** @description The name for people. */
      resource_name: string
    }
    /** @description Authorization server metadata (RFC 8414). The names of its members are the RFC's. */
    AuthorizationServer: {
      /**
       * Format: uri
       * @description The address of this document without its well-known path.
       */
      issuer: string
      /**
       * Format: uri
       * @description Where a person signs in.
       */
      authorization_endpoint: string
      /**
       * Format: uri
       * @description Where a client gets its tokens.
       */
      token_endpoint: string
      /**
       * Format: uri
       * @description Where a client gives a refresh token back.
       */
      revocation_endpoint: string
      /**
       * Format: uri
       * @description The keys that sign the tokens.
       */
      jwks_uri: string
      /** @description What the sign-in returns. */
      response_types_supported: string[]
      /** @description How a client gets a token. */
      grant_types_supported: string[]
      /** @description The methods of PKCE. */
      code_challenge_methods_supported: string[]
      /** @description How a client identifies itself. */
      token_endpoint_auth_methods_supported: string[]
      /** @description The scopes that a token can have. */
      scopes_supported: string[]
    }
    /** @description Id of the user, as u-0001. */
    UserId: string
    /**
     * @description One role.
     * @enum {string}
     */
    UserRole: 'admin' | 'agent' | 'analyst' | 'customer'
    /** @description A sample user. */
    User: {
      userId: components['schemas']['UserId']
      /** @description Name of the user. */
      name: string
      /**
       * Format: email
       * @description Mail address of the user.
       */
      email: string
      /** @description What the user may do, 1 to 4 roles. */
      roles: components['schemas']['UserRole'][]
      /**
       * Format: date-time
       * @description When the user was created (RFC 3339, UTC, milliseconds).
       */
      createdAt: string
    }
    /** @description The sample users. */
    UserList: {
      /** @description The users, by their id. */
      users: components['schemas']['User'][]
    }
    /**
     * @description How far the order has come.
     * @enum {string}
     */
    OrderStatus: 'placed' | 'paid' | 'shipped' | 'delivered' | 'cancelled'
    /** @description One line of an order. */
    OrderItem: {
      /** @description Id of the product, as the catalogue has it. */
      productId: string
      /** @description Name of the product when it was ordered. */
      productName: string
      /** @description How many pieces were ordered. */
      quantity: number
      /**
       * Format: double
       * @description Price of one piece when it was ordered, with at most two decimals, in the order's currency.
       */
      unitPrice: number
    }
    /** @description A sample order. */
    Order: {
      /** @description Id of the order, as o-0001. */
      orderId: string
      userId: components['schemas']['UserId']
      status: components['schemas']['OrderStatus']
      /** @description The lines of the order. */
      items: components['schemas']['OrderItem'][]
      /**
       * Format: double
       * @description Sum over the lines of quantity times unit price, with at most two decimals.
       */
      total: number
      /** @description Currency of the prices (ISO 4217), as EUR. */
      currency: string
      /**
       * Format: date-time
       * @description When the order was placed (RFC 3339, UTC, milliseconds).
       */
      createdAt: string
    }
    /** @description The sample orders. */
    OrderList: {
      /** @description The orders, by their id. */
      orders: components['schemas']['Order'][]
    }
    /**
     * @description Always `ok`; a service that is not does not answer.
     * @enum {string}
     */
    ServiceHealth: 'ok'
    /** @description What the service says of itself. */
    Status: {
      status: components['schemas']['ServiceHealth']
      /**
       * Format: date-time
       * @description The service's clock (RFC 3339, UTC).
       */
      timestamp: string
      /** @description Version of the contract that runs. */
      version: string
      /** @description Name of the service. */
      service: string
      /** @description The stage, as dev, staging or prod. */
      environment: string
      /** @description Who is asking: `cognito:username`, else `username`, else `client_id`. */
      user: string
    }
    /** @description An OpenAPI 3.0.3 document. */
    OpenApiDocument: {
      /** @description Version of the OpenAPI Specification. */
      openapi: string
      /** @description Title, version, description and licence of the API. */
      info: {
        [key: string]: unknown
      }
      /** @description The operations by path and method. */
      paths: {
        [key: string]: unknown
      }
    } & {
      [key: string]: unknown
    }
  }
  responses: {
    /** @description The request does not match the contract. */
    BadRequest: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/invalid-request",
         *       "title": "Invalid request",
         *       "status": 400,
         *       "detail": "The request does not match the contract: /description must have required property.",
         *       "instance": "/cases",
         *       "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *       "errors": [
         *         {
         *           "pointer": "/description",
         *           "detail": "is required"
         *         }
         *       ],
         *       "error": "Invalid request",
         *       "message": "The request does not match the contract: /description must have required property."
         *     }
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The token is missing or not accepted. */
    Unauthenticated: {
      headers: {
        /**
         * @description The challenge (RFC 6750) that says what is wrong with the token.
         * @example Bearer realm="frontdesk", error="invalid_token"
         */
        'WWW-Authenticate'?: string
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/unauthenticated",
         *       "title": "Unauthenticated",
         *       "status": 401,
         *       "detail": "The token has expired.",
         *       "instance": "/cases",
         *       "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *       "error": "Unauthenticated",
         *       "message": "The token has expired."
         *     }
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The access token lacks the operation's scope. */
    InsufficientScope: {
      headers: {
        /**
         * @description The challenge (RFC 6750) that says what is wrong with the token.
         * @example Bearer realm="frontdesk", error="invalid_token"
         */
        'WWW-Authenticate'?: string
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/insufficient-scope",
         *       "title": "Insufficient scope",
         *       "status": 403,
         *       "detail": "This operation needs the scope frontdesk/write.",
         *       "instance": "/cases",
         *       "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *       "error": "Insufficient scope",
         *       "message": "This operation needs the scope frontdesk/write."
         *     }
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description A rate limit was met, or the quota of the person is used up. */
    TooManyRequests: {
      headers: {
        /**
         * @description Seconds to wait before the next attempt.
         * @example 2
         */
        'Retry-After'?: number
        /**
         * @description How many requests a person may send in the window of their quota. Missing where there is no
         *   quota.
         * @example 200
         */
        'RateLimit-Limit'?: number
        /**
         * @description How many of them are left.
         * @example 187
         */
        'RateLimit-Remaining'?: number
        /**
         * @description In how many seconds the next window begins, with the whole quota.
         * @example 41200
         */
        'RateLimit-Reset'?: number
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/too-many-requests",
         *       "title": "Too many requests",
         *       "status": 429,
         *       "detail": "Too many requests. Try again in 2 seconds.",
         *       "instance": "/cases",
         *       "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *       "error": "Too many requests",
         *       "message": "Too many requests. Try again in 2 seconds."
         *     }
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The request line and the header values have more than 10,240 bytes together. */
    HeadersTooLarge: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/request-header-fields-too-large",
         *       "title": "Request header fields too large",
         *       "status": 431,
         *       "detail": "The request line and the header values have more than 10240 bytes together.",
         *       "instance": "/cases",
         *       "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *       "error": "Request header fields too large",
         *       "message": "The request line and the header values have more than 10240 bytes together."
         *     }
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The service failed. */
    InternalError: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/internal-error",
         *       "title": "Internal server error",
         *       "status": 500,
         *       "detail": "The service failed. The request id leads to the cause in its log.",
         *       "instance": "/cases",
         *       "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *       "error": "Internal server error",
         *       "message": "The service failed. The request id leads to the cause in its log."
         *     }
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description A service that this one depends on cannot be reached or has too much to do. */
    ServiceUnavailable: {
      headers: {
        /**
         * @description Seconds to wait before the next attempt.
         * @example 2
         */
        'Retry-After'?: number
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/service-unavailable",
         *       "title": "Service unavailable",
         *       "status": 503,
         *       "detail": "A service that this one needs is not available. Try again in 2 seconds.",
         *       "instance": "/cases",
         *       "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *       "error": "Service unavailable",
         *       "message": "A service that this one needs is not available. Try again in 2 seconds."
         *     }
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description A service that this one depends on did not answer in time. */
    GatewayTimeout: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/gateway-timeout",
         *       "title": "Gateway timeout",
         *       "status": 504,
         *       "detail": "A service that this one needs did not answer in time.",
         *       "instance": "/cases",
         *       "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *       "error": "Gateway timeout",
         *       "message": "A service that this one needs did not answer in time."
         *     }
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The body is larger than 256 KiB. */
    PayloadTooLarge: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/payload-too-large",
         *       "title": "Payload too large",
         *       "status": 413,
         *       "detail": "The body has 300000 bytes; at most 262144 are accepted.",
         *       "instance": "/cases",
         *       "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *       "error": "Payload too large",
         *       "message": "The body has 300000 bytes; at most 262144 are accepted."
         *     }
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The body is not sent as application/json. */
    UnsupportedMediaType: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/unsupported-media-type",
         *       "title": "Unsupported media type",
         *       "status": 415,
         *       "detail": "The body must be sent as application/json.",
         *       "instance": "/cases",
         *       "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *       "error": "Unsupported media type",
         *       "message": "The body must be sent as application/json."
         *     }
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The `Idempotency-Key` was used before with another body. */
    IdempotencyKeyReused: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/idempotency-key-reused",
         *       "title": "Idempotency key reused",
         *       "status": 422,
         *       "detail": "This Idempotency-Key was used before with another body.",
         *       "instance": "/cases",
         *       "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *       "error": "Idempotency key reused",
         *       "message": "This Idempotency-Key was used before with another body."
         *     }
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The item is still as `If-None-Match` says; there is no body. */
    NotModified: {
      headers: {
        /**
         * @description The item's version (strong), for `If-Match` and `If-None-Match`.
         * @example "mfx2k1a8-1"
         */
        ETag: string
        [name: string]: unknown
      }
      content?: never
    }
    /** @description There is no item with this id. */
    NotFound: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/not-found",
         *       "title": "Not found",
         *       "status": 404,
         *       "detail": "There is no case 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10.",
         *       "instance": "/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10",
         *       "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *       "error": "Not found",
         *       "message": "There is no case 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10."
         *     }
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The item has changed since the ETag in `If-Match` was read. */
    PreconditionFailed: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/precondition-failed",
         *       "title": "Precondition failed",
         *       "status": 412,
         *       "detail": "The item has changed since that ETag was read.",
         *       "instance": "/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10",
         *       "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *       "error": "Precondition failed",
         *       "message": "The item has changed since that ETag was read."
         *     }
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description An item with this id exists already, with other content. */
    Conflict: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/conflict",
         *       "title": "Conflict",
         *       "status": 409,
         *       "detail": "The product kiosk-stand-01 exists already with other content.",
         *       "instance": "/products",
         *       "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *       "error": "Conflict",
         *       "message": "The product kiosk-stand-01 exists already with other content."
         *     }
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description The API key is missing or not accepted. */
    Forbidden: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/forbidden",
         *       "title": "Forbidden",
         *       "status": 403,
         *       "detail": "This operation needs an API key in x-api-key.",
         *       "instance": "/customers/c-1042",
         *       "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *       "error": "Forbidden",
         *       "message": "This operation needs an API key in x-api-key."
         *     }
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** @description A service that this one depends on failed or answered with something unusable. */
    BadGateway: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example {
         *       "type": "/docs/problems/bad-gateway",
         *       "title": "Bad gateway",
         *       "status": 502,
         *       "detail": "The sample object users.json is missing.",
         *       "instance": "/users",
         *       "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *       "error": "Bad gateway",
         *       "message": "The sample object users.json is missing."
         *     }
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
  }
  parameters: {
    /**
     * @description How many items a page holds at most.
     * @example 25
     */
    Limit: number
    /**
     * @description Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and
     *   filter.
     */
    Cursor: string
    /**
     * @description Makes a repeat safe. The same key with the same body answers the original 201 with
     *   `Idempotent-Replayed: true`; with another body 422. The key belongs to the caller and the operation, and is
     *   free again when the item is deleted.
     * @example 3a0c7f5e-kiosk-a4
     */
    IdempotencyKey: string
    /**
     * @description Id of the case, as `listCases` gives it.
     * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
     */
    CaseIdInPath: components['schemas']['CaseId']
    /** @description Answer 304 without a body if the item is still as this ETag says. */
    IfNoneMatch: string
    /** @description Do it only if the item is still as this ETag says; otherwise 412. `*` means any version. */
    IfMatch: string
    /**
     * @description Id of the event, as `listEvents` gives it.
     * @example b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80
     */
    EventIdInPath: components['schemas']['EventId']
    /**
     * @description Id of the product, as `listProducts` gives it.
     * @example kiosk-stand-01
     */
    ProductIdInPath: components['schemas']['ProductId']
    /**
     * @description Id of the customer.
     * @example c-1042
     */
    CustomerIdInPath: components['schemas']['CustomerId']
    /**
     * @description Makes a repeat safe. The same key with the same body answers 202 with the same execution and
     *   `Idempotent-Replayed: true`; with another body 422. The key belongs to the API key and the operation, and is
     *   free again 90 days after the execution has stopped.
     * @example import-2026-11-20-c-1042
     */
    SubmitKey: string
    /**
     * @description Id of the execution. An id that no execution can have is a 404, as an unknown id is.
     * @example 8d1f6a34-52c0-4e7b-9a0f-3c6b1d2e4f57
     */
    ExecutionIdInPath: string
  }
  requestBodies: never
  headers: {
    /**
     * @description The challenge (RFC 6750) that says what is wrong with the token.
     * @example Bearer realm="frontdesk", error="invalid_token"
     */
    WwwAuthenticate: string
    /**
     * @description Seconds to wait before the next attempt.
     * @example 2
     */
    RetryAfter: number
    /**
     * @description How many requests a person may send in the window of their quota. Missing where there is no quota.
     * @example 200
     */
    'RateLimit-Limit': number
    /**
     * @description How many of them are left.
     * @example 187
     */
    'RateLimit-Remaining': number
    /**
     * @description In how many seconds the next window begins, with the whole quota.
     * @example 41200
     */
    'RateLimit-Reset': number
    /**
     * @description The item's version (strong), for `If-Match` and `If-None-Match`.
     * @example "mfx2k1a8-1"
     */
    ETag: string
    /**
     * @description Path of the new item.
     * @example /cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
     */
    Location: string
    /**
     * @description `true` when this answer repeats an earlier one.
     * @example true
     */
    IdempotentReplayed: 'true'
  }
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  listCases: {
    parameters: {
      query?: {
        /**
         * @description Only cases in this status.
         * @example open
         */
        status?: components['schemas']['CaseStatus']
        /**
         * @description How many items a page holds at most.
         * @example 25
         */
        limit?: components['parameters']['Limit']
        /**
         * @description Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and
         *   filter.
         */
        cursor?: components['parameters']['Cursor']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of cases. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "cases": [
           *         {
           *           "caseId": "0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10",
           *           "description": "The kiosk at gate A4 does not print tickets.",
           *           "status": "open",
           *           "metadata": {
           *             "site": "A4",
           *             "priority": "high"
           *           },
           *           "createdAt": "2026-11-20T09:30:00.000Z",
           *           "updatedAt": "2026-11-20T09:30:00.000Z"
           *         }
           *       ],
           *       "nextCursor": "eyJ2IjoxfQ.c2FtcGxl"
           *     }
           */
          'application/json': components['schemas']['CaseList']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  createCase: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Makes a repeat safe. The same key with the same body answers the original 201 with
         *   `Idempotent-Replayed: true`; with another body 422. The key belongs to the caller and the operation, and is
         *   free again when the item is deleted.
         * @example 3a0c7f5e-kiosk-a4
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    /** @description What the case is about. */
    requestBody: {
      content: {
        'application/json': components['schemas']['CaseInput']
      }
    }
    responses: {
      /** @description The case was created, or had been by the same request before. */
      201: {
        headers: {
          /**
           * @description The item's version (strong), for `If-Match` and `If-None-Match`.
           * @example "mfx2k1a8-1"
           */
          ETag: string
          /**
           * @description Path of the new item.
           * @example /cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
           */
          Location: string
          /**
           * @description `true` when this answer repeats an earlier one.
           * @example true
           */
          'Idempotent-Replayed'?: 'true'
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "caseId": "0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10",
           *       "description": "The kiosk at gate A4 does not print tickets.",
           *       "status": "open",
           *       "metadata": {
           *         "site": "A4",
           *         "priority": "high"
           *       },
           *       "createdAt": "2026-11-20T09:30:00.000Z",
           *       "updatedAt": "2026-11-20T09:30:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Case']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      413: components['responses']['PayloadTooLarge']
      415: components['responses']['UnsupportedMediaType']
      422: components['responses']['IdempotencyKeyReused']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  getCase: {
    parameters: {
      query?: never
      header?: {
        /** @description Answer 304 without a body if the item is still as this ETag says. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description Id of the case, as `listCases` gives it.
         * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
         */
        caseId: components['parameters']['CaseIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The case. */
      200: {
        headers: {
          /**
           * @description The item's version (strong), for `If-Match` and `If-None-Match`.
           * @example "mfx2k1a8-1"
           */
          ETag: string
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "caseId": "0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10",
           *       "description": "The kiosk at gate A4 does not print tickets.",
           *       "status": "open",
           *       "metadata": {
           *         "site": "A4",
           *         "priority": "high"
           *       },
           *       "createdAt": "2026-11-20T09:30:00.000Z",
           *       "updatedAt": "2026-11-20T09:30:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Case']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  updateCase: {
    parameters: {
      query?: never
      header?: {
        /** @description Do it only if the item is still as this ETag says; otherwise 412. `*` means any version. */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description Id of the case, as `listCases` gives it.
         * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
         */
        caseId: components['parameters']['CaseIdInPath']
      }
      cookie?: never
    }
    /** @description The members to change, at least one. */
    requestBody: {
      content: {
        'application/json': components['schemas']['CasePatch']
      }
    }
    responses: {
      /** @description The case as it is now. */
      200: {
        headers: {
          /**
           * @description The item's version (strong), for `If-Match` and `If-None-Match`.
           * @example "mfx2k1a8-1"
           */
          ETag: string
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "caseId": "0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10",
           *       "description": "The kiosk at gate A4 does not print tickets.",
           *       "status": "resolved",
           *       "metadata": {
           *         "site": "A4",
           *         "priority": "high"
           *       },
           *       "createdAt": "2026-11-20T09:30:00.000Z",
           *       "updatedAt": "2026-11-20T11:02:41.215Z"
           *     }
           */
          'application/json': components['schemas']['Case']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      404: components['responses']['NotFound']
      412: components['responses']['PreconditionFailed']
      413: components['responses']['PayloadTooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  getCaseUploadUrl: {
    parameters: {
      query?: {
        /**
         * @description Name of the file, at most 255 bytes in UTF-8. It has no slashes, backslashes, control
         *   characters, line or paragraph separators, and no invisible characters that change the direction of text. A
         *   name is made up when it is left out.
         * @example receipt.pdf
         */
        fileName?: string
        /**
         * @description Media type of the file with its parameters (RFC 9110), as a browser names it:
         *   `video/webm;codecs=vp8,opus`.
         * @example application/pdf
         */
        contentType?: string
        /**
         * @description Length of the file in bytes, at most 100 MiB. Give it unless you cannot know it.
         * @example 48213
         */
        contentLength?: number
      }
      header?: never
      path: {
        /**
         * @description Id of the case, as `listCases` gives it.
         * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
         */
        caseId: components['parameters']['CaseIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Where and how to send the file. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "uploadUrl": "https://frontdesk-case-files.s3.us-east-1.amazonaws.com/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10/5f0c8a52-7d5e-4a3b-9a76-1b3f0b8c2d11/receipt.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=900",
           *       "method": "PUT",
           *       "headers": {
           *         "content-type": "application/pdf",
           *         "if-none-match": "*"
           *       },
           *       "key": "cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10/5f0c8a52-7d5e-4a3b-9a76-1b3f0b8c2d11/receipt.pdf",
           *       "expiresAt": "2026-11-20T09:45:00.000Z"
           *     }
           */
          'application/json': components['schemas']['CaseUpload']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  listCaseFiles: {
    parameters: {
      query?: {
        /**
         * @description How many files a page holds at most.
         * @example 25
         */
        limit?: number
        /**
         * @description Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and
         *   filter.
         */
        cursor?: components['parameters']['Cursor']
      }
      header?: never
      path: {
        /**
         * @description Id of the case, as `listCases` gives it.
         * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
         */
        caseId: components['parameters']['CaseIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of files. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "files": [
           *         {
           *           "key": "cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10/5f0c8a52-7d5e-4a3b-9a76-1b3f0b8c2d11/receipt.pdf",
           *           "fileName": "receipt.pdf",
           *           "size": 48213,
           *           "contentType": "application/pdf",
           *           "lastModified": "2026-11-20T09:31:12.000Z",
           *           "downloadUrl": "https://frontdesk-case-files.s3.us-east-1.amazonaws.com/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10/5f0c8a52-7d5e-4a3b-9a76-1b3f0b8c2d11/receipt.pdf?response-content-disposition=attachment&response-content-encoding=identity&X-Amz-Expires=900"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['CaseFileList']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  listEvents: {
    parameters: {
      query?: {
        /**
         * @description Only events in this status.
         * @example scheduled
         */
        status?: components['schemas']['EventStatus']
        /**
         * @description How many items a page holds at most.
         * @example 25
         */
        limit?: components['parameters']['Limit']
        /**
         * @description Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and
         *   filter.
         */
        cursor?: components['parameters']['Cursor']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of events. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "events": [
           *         {
           *           "eventId": "b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80",
           *           "title": "Open house",
           *           "description": "Doors open at nine. Tours of the workshop on the hour.",
           *           "date": "2027-03-12",
           *           "location": "Hall 2, Harbour Street 14",
           *           "capacity": 120,
           *           "organizer": "Visitor services",
           *           "status": "scheduled",
           *           "createdAt": "2026-11-20T09:30:00.000Z",
           *           "updatedAt": "2026-11-20T09:30:00.000Z"
           *         }
           *       ],
           *       "nextCursor": "eyJ2IjoxfQ.c2FtcGxl"
           *     }
           */
          'application/json': components['schemas']['EventList']
        }
      }
      400: components['responses']['BadRequest']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  createEvent: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Makes a repeat safe. The same key with the same body answers the original 201 with
         *   `Idempotent-Replayed: true`; with another body 422. The key belongs to the caller and the operation, and is
         *   free again when the item is deleted.
         * @example 3a0c7f5e-kiosk-a4
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey']
      }
      path?: never
      cookie?: never
    }
    /** @description What is held, when, where, and by whom. */
    requestBody: {
      content: {
        'application/json': components['schemas']['EventInput']
      }
    }
    responses: {
      /** @description The event was created, or had been by the same request before. */
      201: {
        headers: {
          /**
           * @description The item's version (strong), for `If-Match` and `If-None-Match`.
           * @example "mfx2k1a8-1"
           */
          ETag: string
          /**
           * @description Path of the new event.
           * @example /events/b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80
           */
          Location: string
          /**
           * @description `true` when this answer repeats an earlier one.
           * @example true
           */
          'Idempotent-Replayed'?: 'true'
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "eventId": "b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80",
           *       "title": "Open house",
           *       "description": "Doors open at nine. Tours of the workshop on the hour.",
           *       "date": "2027-03-12",
           *       "location": "Hall 2, Harbour Street 14",
           *       "capacity": 120,
           *       "organizer": "Visitor services",
           *       "status": "scheduled",
           *       "createdAt": "2026-11-20T09:30:00.000Z",
           *       "updatedAt": "2026-11-20T09:30:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Event']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      413: components['responses']['PayloadTooLarge']
      415: components['responses']['UnsupportedMediaType']
      422: components['responses']['IdempotencyKeyReused']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  getEvent: {
    parameters: {
      query?: never
      header?: {
        /** @description Answer 304 without a body if the item is still as this ETag says. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description Id of the event, as `listEvents` gives it.
         * @example b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80
         */
        eventId: components['parameters']['EventIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The event. */
      200: {
        headers: {
          /**
           * @description The item's version (strong), for `If-Match` and `If-None-Match`.
           * @example "mfx2k1a8-1"
           */
          ETag: string
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "eventId": "b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80",
           *       "title": "Open house",
           *       "description": "Doors open at nine. Tours of the workshop on the hour.",
           *       "date": "2027-03-12",
           *       "location": "Hall 2, Harbour Street 14",
           *       "capacity": 120,
           *       "organizer": "Visitor services",
           *       "status": "scheduled",
           *       "createdAt": "2026-11-20T09:30:00.000Z",
           *       "updatedAt": "2026-11-20T09:30:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Event']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['BadRequest']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  updateEvent: {
    parameters: {
      query?: never
      header?: {
        /** @description Do it only if the item is still as this ETag says; otherwise 412. `*` means any version. */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description Id of the event, as `listEvents` gives it.
         * @example b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80
         */
        eventId: components['parameters']['EventIdInPath']
      }
      cookie?: never
    }
    /** @description The members to change, at least one. */
    requestBody: {
      content: {
        'application/json': components['schemas']['EventPatch']
      }
    }
    responses: {
      /** @description The event as it is now. */
      200: {
        headers: {
          /**
           * @description The item's version (strong), for `If-Match` and `If-None-Match`.
           * @example "mfx2k1a8-1"
           */
          ETag: string
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "eventId": "b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80",
           *       "title": "Open house",
           *       "description": "Doors open at nine. Tours of the workshop on the hour.",
           *       "date": "2027-03-12",
           *       "location": "Hall 2, Harbour Street 14",
           *       "capacity": 120,
           *       "organizer": "Visitor services",
           *       "status": "cancelled",
           *       "createdAt": "2026-11-20T09:30:00.000Z",
           *       "updatedAt": "2026-11-20T11:02:41.215Z"
           *     }
           */
          'application/json': components['schemas']['Event']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      404: components['responses']['NotFound']
      412: components['responses']['PreconditionFailed']
      413: components['responses']['PayloadTooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  deleteEvent: {
    parameters: {
      query?: never
      header?: {
        /** @description Do it only if the item is still as this ETag says; otherwise 412. `*` means any version. */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description Id of the event, as `listEvents` gives it.
         * @example b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80
         */
        eventId: components['parameters']['EventIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The event was deleted. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      404: components['responses']['NotFound']
      412: components['responses']['PreconditionFailed']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  listProducts: {
    parameters: {
      query?: {
        /**
         * @description Only products in this category, spelled exactly so.
         * @example kiosks
         */
        category?: components['schemas']['ProductCategory']
        /**
         * @description How many items a page holds at most.
         * @example 25
         */
        limit?: components['parameters']['Limit']
        /**
         * @description Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and
         *   filter.
         */
        cursor?: components['parameters']['Cursor']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of products. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "products": [
           *         {
           *           "productId": "kiosk-stand-01",
           *           "category": "kiosks",
           *           "productName": "Kiosk stand, floor mounted",
           *           "description": "Powder-coated steel, 1.1 m high, with a cable duct.",
           *           "productPrice": 249.99,
           *           "stock": 40,
           *           "createdAt": "2026-11-20T09:30:00.000Z",
           *           "updatedAt": "2026-11-20T09:30:00.000Z"
           *         }
           *       ],
           *       "nextCursor": "eyJ2IjoxfQ.c2FtcGxl"
           *     }
           */
          'application/json': components['schemas']['ProductList']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  createProduct: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** @description The product, with its id. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ProductInput']
      }
    }
    responses: {
      /** @description The product was created, or had been by the same request before. */
      201: {
        headers: {
          /**
           * @description The item's version (strong), for `If-Match` and `If-None-Match`.
           * @example "mfx2k1a8-1"
           */
          ETag: string
          /**
           * @description Path of the new product.
           * @example /products/kiosk-stand-04
           */
          Location: string
          /**
           * @description `true` when this answer repeats an earlier one.
           * @example true
           */
          'Idempotent-Replayed'?: 'true'
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "productId": "kiosk-stand-04",
           *       "category": "kiosks",
           *       "productName": "Kiosk stand, outdoor",
           *       "description": "Galvanised steel with a rain hood, 1.3 m high.",
           *       "productPrice": 419.95,
           *       "stock": 12,
           *       "createdAt": "2026-11-20T10:05:00.000Z",
           *       "updatedAt": "2026-11-20T10:05:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Product']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      409: components['responses']['Conflict']
      413: components['responses']['PayloadTooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  getProduct: {
    parameters: {
      query?: never
      header?: {
        /** @description Answer 304 without a body if the item is still as this ETag says. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path: {
        /**
         * @description Id of the product, as `listProducts` gives it.
         * @example kiosk-stand-01
         */
        productId: components['parameters']['ProductIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The product. */
      200: {
        headers: {
          /**
           * @description The item's version (strong), for `If-Match` and `If-None-Match`.
           * @example "mfx2k1a8-1"
           */
          ETag: string
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "productId": "kiosk-stand-01",
           *       "category": "kiosks",
           *       "productName": "Kiosk stand, floor mounted",
           *       "description": "Powder-coated steel, 1.1 m high, with a cable duct.",
           *       "productPrice": 249.99,
           *       "stock": 40,
           *       "createdAt": "2026-11-20T09:30:00.000Z",
           *       "updatedAt": "2026-11-20T09:30:00.000Z"
           *     }
           */
          'application/json': components['schemas']['Product']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  updateProduct: {
    parameters: {
      query?: never
      header?: {
        /** @description Do it only if the item is still as this ETag says; otherwise 412. `*` means any version. */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description Id of the product, as `listProducts` gives it.
         * @example kiosk-stand-01
         */
        productId: components['parameters']['ProductIdInPath']
      }
      cookie?: never
    }
    /** @description The members to change, at least one. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ProductPatch']
      }
    }
    responses: {
      /** @description The product as it is now. */
      200: {
        headers: {
          /**
           * @description The item's version (strong), for `If-Match` and `If-None-Match`.
           * @example "mfx2k1a8-1"
           */
          ETag: string
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "productId": "kiosk-stand-01",
           *       "category": "kiosks",
           *       "productName": "Kiosk stand, floor mounted",
           *       "description": "Powder-coated steel, 1.1 m high, with a cable duct.",
           *       "productPrice": 249.99,
           *       "stock": 65,
           *       "createdAt": "2026-11-20T09:30:00.000Z",
           *       "updatedAt": "2026-11-20T11:02:41.215Z"
           *     }
           */
          'application/json': components['schemas']['Product']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      404: components['responses']['NotFound']
      412: components['responses']['PreconditionFailed']
      413: components['responses']['PayloadTooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  deleteProduct: {
    parameters: {
      query?: never
      header?: {
        /** @description Do it only if the item is still as this ETag says; otherwise 412. `*` means any version. */
        'If-Match'?: components['parameters']['IfMatch']
      }
      path: {
        /**
         * @description Id of the product, as `listProducts` gives it.
         * @example kiosk-stand-01
         */
        productId: components['parameters']['ProductIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The product was deleted. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      404: components['responses']['NotFound']
      412: components['responses']['PreconditionFailed']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  getCustomer: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description Id of the customer.
         * @example c-1042
         */
        id: components['parameters']['CustomerIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Whether the customer exists. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Customer']
        }
      }
      400: components['responses']['BadRequest']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  putCustomer: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description Id of the customer.
         * @example c-1042
         */
        id: components['parameters']['CustomerIdInPath']
      }
      cookie?: never
    }
    /** @description Nothing; a customer has no content but its id. */
    requestBody?: {
      content: {
        /** @example {} */
        'application/json': components['schemas']['CustomerInput']
      }
    }
    responses: {
      /** @description The customer was there already. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "id": "c-1042",
           *       "exists": true
           *     }
           */
          'application/json': components['schemas']['RegisteredCustomer']
        }
      }
      /** @description The customer is new. */
      201: {
        headers: {
          /**
           * @description Path of the new customer.
           * @example /customers/c-1042
           */
          Location: string
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "id": "c-1042",
           *       "exists": true
           *     }
           */
          'application/json': components['schemas']['RegisteredCustomer']
        }
      }
      400: components['responses']['BadRequest']
      403: components['responses']['Forbidden']
      413: components['responses']['PayloadTooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  deleteCustomer: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description Id of the customer.
         * @example c-1042
         */
        id: components['parameters']['CustomerIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The customer does not exist any more, or never did. */
      204: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      400: components['responses']['BadRequest']
      403: components['responses']['Forbidden']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  submitWorkflow: {
    parameters: {
      query?: never
      header?: {
        /**
         * @description Makes a repeat safe. The same key with the same body answers 202 with the same execution and
         *   `Idempotent-Replayed: true`; with another body 422. The key belongs to the API key and the operation, and
         *   is free again 90 days after the execution has stopped.
         * @example import-2026-11-20-c-1042
         */
        'Idempotency-Key'?: components['parameters']['SubmitKey']
      }
      path?: never
      cookie?: never
    }
    /** @description Which customer the execution is about. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "id": "c-1042"
         *     }
         */
        'application/json': components['schemas']['WorkflowInput']
      }
    }
    responses: {
      /** @description The execution was started, or had been by the same request before. */
      202: {
        headers: {
          /**
           * @description Path of the execution.
           * @example /workflow/executions/8d1f6a34-52c0-4e7b-9a0f-3c6b1d2e4f57
           */
          Location: string
          /**
           * @description `true` when this answer repeats an earlier one.
           * @example true
           */
          'Idempotent-Replayed'?: 'true'
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "executionId": "8d1f6a34-52c0-4e7b-9a0f-3c6b1d2e4f57",
           *       "status": "running"
           *     }
           */
          'application/json': components['schemas']['WorkflowSubmission']
        }
      }
      400: components['responses']['BadRequest']
      403: components['responses']['Forbidden']
      413: components['responses']['PayloadTooLarge']
      415: components['responses']['UnsupportedMediaType']
      422: components['responses']['IdempotencyKeyReused']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  getWorkflowExecution: {
    parameters: {
      query?: never
      header?: never
      path: {
        /**
         * @description Id of the execution. An id that no execution can have is a 404, as an unknown id is.
         * @example 8d1f6a34-52c0-4e7b-9a0f-3c6b1d2e4f57
         */
        executionId: components['parameters']['ExecutionIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The execution. `Retry-After` is there while it is running. */
      200: {
        headers: {
          /**
           * @description Seconds to wait before the next attempt.
           * @example 2
           */
          'Retry-After'?: number
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WorkflowExecution']
        }
      }
      400: components['responses']['BadRequest']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  chat: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** @description The message, and the conversation that it belongs to. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ChatInput']
      }
    }
    responses: {
      /** @description What the assistant replied. */
      200: {
        headers: {
          /**
           * @description How many requests a person may send in the window of their quota. Missing where there is no
           *   quota.
           * @example 200
           */
          'RateLimit-Limit'?: number
          /**
           * @description How many of them are left.
           * @example 187
           */
          'RateLimit-Remaining'?: number
          /**
           * @description In how many seconds the next window begins, with the whole quota.
           * @example 41200
           */
          'RateLimit-Reset'?: number
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ChatReply']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      413: components['responses']['PayloadTooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      502: components['responses']['BadGateway']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  chatStream: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** @description The message, and the conversation that it belongs to. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ChatInput']
      }
    }
    responses: {
      /** @description The events of the answer, in their order. */
      200: {
        headers: {
          /**
           * @description How many requests a person may send in the window of their quota. Missing where there is no
           *   quota.
           * @example 200
           */
          'RateLimit-Limit'?: number
          /**
           * @description How many of them are left.
           * @example 187
           */
          'RateLimit-Remaining'?: number
          /**
           * @description In how many seconds the next window begins, with the whole quota.
           * @example 41200
           */
          'RateLimit-Reset'?: number
          [name: string]: unknown
        }
        content: {
          'text/event-stream': components['schemas']['ChatEvent']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      413: components['responses']['PayloadTooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      502: components['responses']['BadGateway']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  mcp: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** @description One message. */
    requestBody: {
      content: {
        /**
         * @example {
         *       "jsonrpc": "2.0",
         *       "id": 7,
         *       "method": "tools/call",
         *       "params": {
         *         "name": "getStatus",
         *         "arguments": {}
         *       }
         *     }
         */
        'application/json': components['schemas']['McpRequest']
      }
    }
    responses: {
      /** @description The answer to the message. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "jsonrpc": "2.0",
           *       "id": 7,
           *       "result": {
           *         "content": [
           *           {
           *             "type": "text",
           *             "text": "{\"status\":\"ok\"}"
           *           }
           *         ],
           *         "structuredContent": {
           *           "status": "ok"
           *         }
           *       }
           *     }
           */
          'application/json': components['schemas']['McpResponse']
        }
      }
      /** @description The message was a notification, which has no answer. */
      202: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** @description The request is not a message that the service accepts. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "jsonrpc": "2.0",
           *       "error": {
           *         "code": -32700,
           *         "message": "The body must be JSON in UTF-8."
           *       }
           *     }
           */
          'application/json': components['schemas']['McpResponse']
          /**
           * @example {
           *       "type": "/docs/problems/invalid-request",
           *       "title": "Invalid request",
           *       "status": 400,
           *       "detail": "The request does not match the contract: limit is unknown here.",
           *       "instance": "/mcp",
           *       "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
           *       "errors": [
           *         {
           *           "parameter": "limit",
           *           "detail": "is unknown here"
           *         }
           *       ],
           *       "error": "Invalid request",
           *       "message": "The request does not match the contract: limit is unknown here."
           *     }
           */
          'application/problem+json': components['schemas']['Problem']
        }
      }
      401: components['responses']['Unauthenticated']
      /** @description The token lacks the scope of the tool, or the origin is not allowed. */
      403: {
        headers: {
          /**
           * @description The scope that is missing. Absent when the origin is not allowed.
           * @example Bearer realm="frontdesk", error="insufficient_scope", scope="frontdesk/write"
           */
          'WWW-Authenticate'?: string
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "type": "/docs/problems/insufficient-scope",
           *       "title": "Insufficient scope",
           *       "status": 403,
           *       "detail": "This operation needs the scope frontdesk/write.",
           *       "instance": "/mcp",
           *       "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
           *       "error": "Insufficient scope",
           *       "message": "This operation needs the scope frontdesk/write."
           *     }
           */
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** @description The service does not have the method of the message. */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "jsonrpc": "2.0",
           *       "id": 7,
           *       "error": {
           *         "code": -32601,
           *         "message": "There is no method prompts/list."
           *       }
           *     }
           */
          'application/json': components['schemas']['McpResponse']
        }
      }
      413: components['responses']['PayloadTooLarge']
      415: components['responses']['UnsupportedMediaType']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  getProtectedResource: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The metadata. */
      200: {
        headers: {
          /**
           * @description How long the document may be kept.
           * @example public, max-age=3600
           */
          'Cache-Control': string
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "resource": "https://api.frontdesk.example/mcp",
           *       "authorization_servers": [
           *         "https://api.frontdesk.example"
           *       ],
           *       "scopes_supported": [
           *         "frontdesk/read",
           *         "frontdesk/write"
           *       ],
           *       "bearer_methods_supported": [
           *         "header"
           *       ],
           *       "resource_name": "Frontdesk"
           *     }
           */
          'application/json': components['schemas']['ProtectedResource']
        }
      }
      400: components['responses']['BadRequest']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
    }
  }
  getMcpProtectedResource: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The metadata. */
      200: {
        headers: {
          /**
           * @description How long the document may be kept.
           * @example public, max-age=3600
           */
          'Cache-Control': string
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "resource": "https://api.frontdesk.example/mcp",
           *       "authorization_servers": [
           *         "https://api.frontdesk.example"
           *       ],
           *       "scopes_supported": [
           *         "frontdesk/read",
           *         "frontdesk/write"
           *       ],
           *       "bearer_methods_supported": [
           *         "header"
           *       ],
           *       "resource_name": "Frontdesk"
           *     }
           */
          'application/json': components['schemas']['ProtectedResource']
        }
      }
      400: components['responses']['BadRequest']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
    }
  }
  getAuthorizationServer: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The metadata. */
      200: {
        headers: {
          /**
           * @description How long the document may be kept.
           * @example public, max-age=3600
           */
          'Cache-Control': string
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "issuer": "https://api.frontdesk.example",
           *       "authorization_endpoint": "https://auth.frontdesk.example/oauth2/authorize",
           *       "token_endpoint": "https://auth.frontdesk.example/oauth2/token",
           *       "revocation_endpoint": "https://auth.frontdesk.example/oauth2/revoke",
           *       "jwks_uri": "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Frontdesk/.well-known/jwks.json",
           *       "response_types_supported": [
           *         "code"
           *       ],
           *       "grant_types_supported": [
           *         "authorization_code",
           *         "refresh_token"
           *       ],
           *       "code_challenge_methods_supported": [
           *         "S256"
           *       ],
           *       "token_endpoint_auth_methods_supported": [
           *         "none",
           *         "client_secret_basic",
           *         "client_secret_post"
           *       ],
           *       "scopes_supported": [
           *         "frontdesk/read",
           *         "frontdesk/write"
           *       ]
           *     }
           */
          'application/json': components['schemas']['AuthorizationServer']
        }
      }
      400: components['responses']['BadRequest']
      404: components['responses']['NotFound']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
    }
  }
  listUsers: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The sample users. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "users": [
           *         {
           *           "userId": "u-0001",
           *           "name": "Amara Okafor",
           *           "email": "amara.okafor@example.com",
           *           "roles": [
           *             "admin"
           *           ],
           *           "createdAt": "2025-01-06T07:05:19.054Z"
           *         },
           *         {
           *           "userId": "u-0002",
           *           "name": "Lukas Brandt",
           *           "email": "lukas.brandt@example.com",
           *           "roles": [
           *             "admin",
           *             "agent"
           *           ],
           *           "createdAt": "2025-01-06T15:45:22.590Z"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['UserList']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      502: components['responses']['BadGateway']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  listOrders: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The sample orders. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "orders": [
           *         {
           *           "orderId": "o-0002",
           *           "userId": "u-0007",
           *           "status": "delivered",
           *           "items": [
           *             {
           *               "productId": "pen-ball-blue-50",
           *               "productName": "Ballpoint pen, blue, pack of 50",
           *               "quantity": 20,
           *               "unitPrice": 11.9
           *             },
           *             {
           *               "productId": "water-dispenser-01",
           *               "productName": "Water dispenser, 18 l",
           *               "quantity": 4,
           *               "unitPrice": 94.5
           *             }
           *           ],
           *           "total": 616,
           *           "currency": "EUR",
           *           "createdAt": "2025-06-13T16:00:27.279Z"
           *         }
           *       ]
           *     }
           */
          'application/json': components['schemas']['OrderList']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      502: components['responses']['BadGateway']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  getStatus: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The service is up. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "status": "ok",
           *       "timestamp": "2026-11-20T09:30:00.000Z",
           *       "version": "0.1.0",
           *       "service": "frontdesk",
           *       "environment": "dev",
           *       "user": "alice"
           *     }
           */
          'application/json': components['schemas']['Status']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthenticated']
      403: components['responses']['InsufficientScope']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
      503: components['responses']['ServiceUnavailable']
      504: components['responses']['GatewayTimeout']
    }
  }
  getOpenApi: {
    parameters: {
      query?: never
      header?: {
        /** @description Answer 304 without a body if the item is still as this ETag says. */
        'If-None-Match'?: components['parameters']['IfNoneMatch']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The OpenAPI 3.0.3 document. */
      200: {
        headers: {
          /**
           * @description The item's version (strong), for `If-Match` and `If-None-Match`.
           * @example "mfx2k1a8-1"
           */
          ETag: string
          [name: string]: unknown
        }
        content: {
          /**
           * @example {
           *       "openapi": "3.0.3",
           *       "info": {
           *         "title": "Frontdesk",
           *         "version": "0.1.0"
           *       },
           *       "paths": {}
           *     }
           */
          'application/json': components['schemas']['OpenApiDocument']
        }
      }
      304: components['responses']['NotModified']
      400: components['responses']['BadRequest']
      429: components['responses']['TooManyRequests']
      431: components['responses']['HeadersTooLarge']
      500: components['responses']['InternalError']
    }
  }
}
