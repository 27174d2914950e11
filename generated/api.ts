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
     *
     * Lists cases, newest first, all of them or those in one status.
     */
    get: operations['listCases']
    put?: never
    /**
     * Create a case
     *
     * Creates a case in status `open` and returns it with its id.
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
         * Id of the case, as `listCases` gives it.
         *
         * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
         */
        caseId: components['parameters']['CaseIdInPath']
      }
      cookie?: never
    }
    /**
     * Get a case
     *
     * Returns one case by its id.
     */
    get: operations['getCase']
    /**
     * Update a case
     *
     * Changes the given members of a case and leaves the others. `metadata` is replaced as a whole.
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
         * Id of the case, as `listCases` gives it.
         *
         * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
         */
        caseId: components['parameters']['CaseIdInPath']
      }
      cookie?: never
    }
    /**
     * Get an upload URL for a case
     *
     * Returns a URL to which one file is sent by PUT with the headers that the answer names. The URL enforces the
     * content type. With `contentLength` it also enforces the length, writes once, and is valid for 15 minutes; a
     * second PUT is answered 412. Without `contentLength` it is valid for 5 minutes, and a file larger than 100 MiB is
     * removed after it has arrived.
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
         * Id of the case, as `listCases` gives it.
         *
         * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
         */
        caseId: components['parameters']['CaseIdInPath']
      }
      cookie?: never
    }
    /**
     * List a case's files
     *
     * Lists the files that have been uploaded to a case, each with a download URL that is valid for 15 minutes. A page
     * may have fewer files than `limit` while there are more: files that are larger than 100 MiB, or were removed at
     * this moment, are left out.
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
     *
     * Lists events, the newest entry first, all of them or those in one status.
     */
    get: operations['listEvents']
    put?: never
    /**
     * Create an event
     *
     * Creates an event, in status `scheduled` unless the body says otherwise, and returns it with its id.
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
         * Id of the event, as `listEvents` gives it.
         *
         * @example b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80
         */
        eventId: components['parameters']['EventIdInPath']
      }
      cookie?: never
    }
    /**
     * Get an event
     *
     * Returns one event by its id.
     */
    get: operations['getEvent']
    /**
     * Update an event
     *
     * Changes the given members of an event and leaves the others.
     */
    put: operations['updateEvent']
    post?: never
    /**
     * Delete an event
     *
     * Deletes one event by its id. To call it off and keep it, set its status to `cancelled` instead.
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
     *
     * Lists products by their id, all of them or those in one category.
     */
    get: operations['listProducts']
    put?: never
    /**
     * Create a product
     *
     * Adds a product under the id that the body names. A repeat with the same content answers the original 201 with
     * `Idempotent-Replayed: true`; other content under an id that is taken is a 409. It takes no `Idempotency-Key`.
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
         * Id of the product, as `listProducts` gives it.
         *
         * @example kiosk-stand-01
         */
        productId: components['parameters']['ProductIdInPath']
      }
      cookie?: never
    }
    /**
     * Get a product
     *
     * Returns one product by its id.
     */
    get: operations['getProduct']
    /**
     * Update a product
     *
     * Changes the given members of a product and leaves the others. Its id stays.
     */
    put: operations['updateProduct']
    post?: never
    /**
     * Delete a product
     *
     * Deletes one product by its id, which is free again afterwards.
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
         * Id of the customer.
         *
         * @example c-1042
         */
        id: components['parameters']['CustomerIdInPath']
      }
      cookie?: never
    }
    /**
     * Get whether a customer exists
     *
     * Says whether the customer exists. One that does not is an answer too, with `exists` false.
     */
    get: operations['getCustomer']
    /**
     * Register a customer
     *
     * Makes sure that the customer exists: 201 when it is new, 200 when it was there already. A new customer is
     * announced by the event CustomerCreated. The body may be absent, empty, `null` or `{}`.
     */
    put: operations['putCustomer']
    post?: never
    /**
     * Delete a customer
     *
     * Makes sure that the customer does not exist, whether or not it was there.
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
     *
     * Starts one execution of the customer workflow and returns at once. Without an `Idempotency-Key` each submit is an
     * execution of its own; with one a repeat finds the execution that the first one started.
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
         * Id of the execution. An id that no execution can have is a 404, as an unknown id is.
         *
         * @example 8d1f6a34-52c0-4e7b-9a0f-3c6b1d2e4f57
         */
        executionId: components['parameters']['ExecutionIdInPath']
      }
      cookie?: never
    }
    /**
     * Get an execution of the workflow
     *
     * Returns how an execution stands and, once it has succeeded, what came of it. Ask again while it is `running`,
     * after as many seconds as `Retry-After` says.
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
     *
     * Sends a message to the assistant and returns its reply. The assistant looks things up with the caller's rights,
     * and `calls` lists these calls. It changes nothing: `proposals` lists the changes that it proposes, and the client
     * runs those that the person accepts. An answer takes at most 5 rounds, 8 calls and 25 s; when a limit stops it,
     * the reply says so. Nothing is kept between calls: to go on with a conversation, send its turns so far in
     * `history`. `message` and `history` have together at most 32,000 characters; more is a 400. Each person has a
     * quota of requests, which the headers `RateLimit-…` show; a request beyond it is a 429 with `Retry-After`.
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
     *
     * Sends the same message as `chat`, and answers while the assistant writes: with server-sent events. The body of
     * each event is JSON on one `data:` line, and its `event:` line repeats the `type`. The last event is `done` or
     * `error`. What fails before the first event is an ordinary problem. A comment every 15 s keeps the connection
     * alive.
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
     *
     * Takes one JSON-RPC message of the Model Context Protocol and answers it as JSON, without sessions. Serves the
     * revision 2026-07-28 and, for older clients, 2025-03-26 to 2025-11-25. Takes access tokens alone. A request of a
     * page of another origin is refused, unless the stage allows that origin. Each tool is an operation of this
     * contract, with the same rights, validation and errors.
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
     *
     * Returns the protected resource metadata (RFC 9728) of `/mcp`, for clients that look at the root.
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
     *
     * Returns the protected resource metadata (RFC 9728) of `/mcp`.
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
     *
     * Returns the authorization server metadata (RFC 8414). The endpoints are Cognito's. Cognito's own document does
     * not say that it takes PKCE, and MCP clients then refuse it.
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
     *
     * Returns all sample users at once, without pages. They are made up and cannot sign in.
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
     *
     * Returns all sample orders at once, without pages. They refer to the sample users and products.
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
     *
     * Says that the service is up, which version runs in which environment, and who is asking.
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
     *
     * Returns the bundled OpenAPI document that this service was built from.
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
     * How far the case has come.
     *
     * @enum {string}
     */
    CaseStatus: 'open' | 'in_progress' | 'resolved' | 'closed'
    /**
     * Id of the case, a UUID in lower case.
     *
     * Format: uuid
     */
    CaseId: string
    /** What the case is about, 1 to 8,000 characters. */
    CaseDescription: string
    /**
     * Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1 to 256 characters.
     *
     * @example
     * ```json
     * {
     *   "site": "A4",
     *   "priority": "high"
     * }
     * ```
     */
    CaseMetadata: {
      [key: string]: string
    }
    /** A request that someone has to work on. */
    Case: {
      /** Id of the case, a UUID in lower case. */
      caseId: components['schemas']['CaseId']
      /** What the case is about, 1 to 8,000 characters. */
      description: components['schemas']['CaseDescription']
      /** How far the case has come. */
      status: components['schemas']['CaseStatus']
      /**
       * Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1 to 256 characters.
       *
       * @example
       * ```json
       * {
       *   "site": "A4",
       *   "priority": "high"
       * }
       * ```
       */
      metadata?: components['schemas']['CaseMetadata']
      /**
       * When the case was created (RFC 3339, UTC, milliseconds).
       *
       * Format: date-time
       */
      createdAt: string
      /**
       * When the case was last changed (RFC 3339, UTC, milliseconds).
       *
       * Format: date-time
       */
      updatedAt: string
    }
    /** Where the next page begins. Absent on the last page. */
    NextCursor: string
    /** A page of cases. */
    CaseList: {
      /** The cases, newest first. */
      cases: components['schemas']['Case'][]
      /** Where the next page begins. Absent on the last page. */
      nextCursor?: components['schemas']['NextCursor']
    }
    /**
     * Problem details (RFC 9457). `error` and `message` repeat `title` and `detail` for clients that were written
     * before problem details were.
     */
    Problem: {
      /**
       * The kind of problem, a reference to its documentation.
       *
       * Format: uri-reference
       */
      type: string
      /** The kind of problem in words; the same for every occurrence. */
      title: string
      /** The HTTP status. */
      status: number
      /** What happened this time, and what helps. */
      detail: string
      /**
       * The path that was asked for.
       *
       * Format: uri-reference
       */
      instance: string
      /** The request's id, also in `X-Request-Id`; quote it when asking for help. */
      requestId: string
      /** For bad input, each place that is wrong. */
      errors?: {
        /** JSON Pointer (RFC 6901) into the request body. */
        pointer?: string
        /** Name of the path, query or header parameter. */
        parameter?: string
        /** What is wrong there. */
        detail: string
      }[]
      /** The same as `title`. */
      error: string
      /** The same as `detail`. */
      message: string
    }
    /** What a new case is made of. */
    CaseInput: {
      /** What the case is about, 1 to 8,000 characters. */
      description: components['schemas']['CaseDescription']
      /**
       * Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1 to 256 characters.
       *
       * @example
       * ```json
       * {
       *   "site": "A4",
       *   "priority": "high"
       * }
       * ```
       */
      metadata?: components['schemas']['CaseMetadata'] | undefined
    }
    /** The members of a case to change. */
    CasePatch: {
      /** What the case is about, 1 to 8,000 characters. */
      description?: components['schemas']['CaseDescription'] | undefined
      /** How far the case has come. */
      status?: components['schemas']['CaseStatus'] | undefined
      /**
       * Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1 to 256 characters.
       *
       * @example
       * ```json
       * {
       *   "site": "A4",
       *   "priority": "high"
       * }
       * ```
       */
      metadata?: components['schemas']['CaseMetadata'] | undefined
    }
    /**
     * The HTTP method to use.
     *
     * @enum {string}
     */
    UploadMethod: 'PUT'
    /** Where and how to send a file. */
    CaseUpload: {
      /**
       * The presigned URL.
       *
       * Format: uri
       */
      uploadUrl: string
      /** The HTTP method to use. */
      method: components['schemas']['UploadMethod']
      /**
       * Headers to send with the file, exactly as given. `if-none-match` makes the URL write once; it is there when a
       * length was given. Content-Length is not among them, every HTTP client sets it itself.
       */
      headers: {
        [key: string]: string
      }
      /** Key of the file, as it appears in the list of the case's files. */
      key: string
      /**
       * When the URL stops working.
       *
       * Format: date-time
       */
      expiresAt: string
    }
    /** A file that has been uploaded to a case. */
    CaseFile: {
      /** Key of the file. */
      key: string
      /** Name of the file. */
      fileName: string
      /**
       * Length in bytes.
       *
       * Format: int64
       */
      size: number
      /** Media type of the file. */
      contentType: string
      /**
       * When the file was uploaded.
       *
       * Format: date-time
       */
      lastModified: string
      /**
       * Presigned URL that returns the file as an attachment, byte for byte, valid for 15 minutes.
       *
       * Format: uri
       */
      downloadUrl: string
    }
    /** A page of files. */
    CaseFileList: {
      /** The files, by key. */
      files: components['schemas']['CaseFile'][]
      /** Where the next page begins. Absent on the last page. */
      nextCursor?: components['schemas']['NextCursor']
    }
    /**
     * How far the event has come.
     *
     * @enum {string}
     */
    EventStatus: 'scheduled' | 'ongoing' | 'completed' | 'cancelled'
    /**
     * Id of the event, a UUID in lower case.
     *
     * Format: uuid
     */
    EventId: string
    /** Name of the event, 1 to 200 characters. */
    EventTitle: string
    /** What the event is about, 1 to 8,000 characters. */
    EventDescription: string
    /**
     * The day of the event, `YYYY-MM-DD`; a day that the calendar has.
     *
     * Format: date
     */
    EventDate: string
    /** Where the event is held, 1 to 300 characters. */
    EventLocation: string
    /** How many people can take part, 1 to 1,000,000. */
    EventCapacity: number
    /** Who holds the event, 1 to 200 characters. */
    EventOrganizer: string
    /** An occasion that the organisation holds. */
    Event: {
      /** Id of the event, a UUID in lower case. */
      eventId: components['schemas']['EventId']
      /** Name of the event, 1 to 200 characters. */
      title: components['schemas']['EventTitle']
      /** What the event is about, 1 to 8,000 characters. */
      description: components['schemas']['EventDescription']
      /** The day of the event, `YYYY-MM-DD`; a day that the calendar has. */
      date: components['schemas']['EventDate']
      /** Where the event is held, 1 to 300 characters. */
      location: components['schemas']['EventLocation']
      /** How many people can take part, 1 to 1,000,000. */
      capacity: components['schemas']['EventCapacity']
      /** Who holds the event, 1 to 200 characters. */
      organizer: components['schemas']['EventOrganizer']
      /** How far the event has come. */
      status: components['schemas']['EventStatus']
      /**
       * When the event was created (RFC 3339, UTC, milliseconds).
       *
       * Format: date-time
       */
      createdAt: string
      /**
       * When the event was last changed (RFC 3339, UTC, milliseconds).
       *
       * Format: date-time
       */
      updatedAt: string
    }
    /** A page of events. */
    EventList: {
      /** The events, the newest entry first. */
      events: components['schemas']['Event'][]
      /** Where the next page begins. Absent on the last page. */
      nextCursor?: components['schemas']['NextCursor']
    }
    /** What a new event is made of. Without `status` it is `scheduled`. */
    EventInput: {
      /** Name of the event, 1 to 200 characters. */
      title: components['schemas']['EventTitle']
      /** What the event is about, 1 to 8,000 characters. */
      description: components['schemas']['EventDescription']
      /** The day of the event, `YYYY-MM-DD`; a day that the calendar has. */
      date: components['schemas']['EventDate']
      /** Where the event is held, 1 to 300 characters. */
      location: components['schemas']['EventLocation']
      /** How many people can take part, 1 to 1,000,000. */
      capacity: components['schemas']['EventCapacity']
      /** Who holds the event, 1 to 200 characters. */
      organizer: components['schemas']['EventOrganizer']
      /** How far the event has come. */
      status?: components['schemas']['EventStatus'] | undefined
    }
    /** The members of an event to change. */
    EventPatch: {
      /** Name of the event, 1 to 200 characters. */
      title?: components['schemas']['EventTitle'] | undefined
      /** What the event is about, 1 to 8,000 characters. */
      description?: components['schemas']['EventDescription'] | undefined
      /** The day of the event, `YYYY-MM-DD`; a day that the calendar has. */
      date?: components['schemas']['EventDate'] | undefined
      /** Where the event is held, 1 to 300 characters. */
      location?: components['schemas']['EventLocation'] | undefined
      /** How many people can take part, 1 to 1,000,000. */
      capacity?: components['schemas']['EventCapacity'] | undefined
      /** Who holds the event, 1 to 200 characters. */
      organizer?: components['schemas']['EventOrganizer'] | undefined
      /** How far the event has come. */
      status?: components['schemas']['EventStatus'] | undefined
    }
    /** The category that the product belongs to, 1 to 64 characters, no control characters. */
    ProductCategory: string
    /**
     * Id of the product, 1 to 64 letters, digits, dots, underscores and hyphens, the first a letter or a digit. Upper
     * and lower case are different ids.
     */
    ProductId: string
    /** Name of the product, 1 to 200 characters. */
    ProductName: string
    /** What there is to say of the product, at most 2,000 characters. */
    ProductDescription: string
    /**
     * Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two decimals. More decimals are
     * a 400; the price is kept to the cent.
     *
     * Format: double
     */
    ProductPrice: number
    /** How many pieces there are, 0 to 1,000,000,000. */
    ProductStock: number
    /** One product of the organisation's catalogue. */
    Product: {
      /**
       * Id of the product, 1 to 64 letters, digits, dots, underscores and hyphens, the first a letter or a digit. Upper
       * and lower case are different ids.
       */
      productId: components['schemas']['ProductId']
      /** The category that the product belongs to, 1 to 64 characters, no control characters. */
      category: components['schemas']['ProductCategory']
      /** Name of the product, 1 to 200 characters. */
      productName: components['schemas']['ProductName']
      /** What there is to say of the product, at most 2,000 characters. */
      description?: components['schemas']['ProductDescription']
      /**
       * Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two decimals. More decimals
       * are a 400; the price is kept to the cent.
       */
      productPrice: components['schemas']['ProductPrice']
      /** How many pieces there are, 0 to 1,000,000,000. */
      stock: components['schemas']['ProductStock']
      /**
       * When the product was created (RFC 3339, UTC, milliseconds).
       *
       * Format: date-time
       */
      createdAt: string
      /**
       * When the product was last changed (RFC 3339, UTC, milliseconds).
       *
       * Format: date-time
       */
      updatedAt: string
    }
    /** A page of products. */
    ProductList: {
      /** The products, by their id. */
      products: components['schemas']['Product'][]
      /** Where the next page begins. Absent on the last page. */
      nextCursor?: components['schemas']['NextCursor']
    }
    /** What a new product is made of. */
    ProductInput: {
      /**
       * Id of the product, 1 to 64 letters, digits, dots, underscores and hyphens, the first a letter or a digit. Upper
       * and lower case are different ids.
       */
      productId: components['schemas']['ProductId']
      /** The category that the product belongs to, 1 to 64 characters, no control characters. */
      category: components['schemas']['ProductCategory']
      /** Name of the product, 1 to 200 characters. */
      productName: components['schemas']['ProductName']
      /** What there is to say of the product, at most 2,000 characters. */
      description?: components['schemas']['ProductDescription'] | undefined
      /**
       * Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two decimals. More decimals
       * are a 400; the price is kept to the cent.
       */
      productPrice: components['schemas']['ProductPrice']
      /** How many pieces there are, 0 to 1,000,000,000. */
      stock: components['schemas']['ProductStock']
    }
    /** The members of a product to change. */
    ProductPatch: {
      /** The category that the product belongs to, 1 to 64 characters, no control characters. */
      category?: components['schemas']['ProductCategory'] | undefined
      /** Name of the product, 1 to 200 characters. */
      productName?: components['schemas']['ProductName'] | undefined
      /** What there is to say of the product, at most 2,000 characters. */
      description?: components['schemas']['ProductDescription'] | undefined
      /**
       * Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two decimals. More decimals
       * are a 400; the price is kept to the cent.
       */
      productPrice?: components['schemas']['ProductPrice'] | undefined
      /** How many pieces there are, 0 to 1,000,000,000. */
      stock?: components['schemas']['ProductStock'] | undefined
    }
    /**
     * Id of the customer, 1 to 128 letters, digits, underscores, hyphens, dots, colons and at signs. Upper and lower
     * case are different ids.
     */
    CustomerId: string
    /** An id, and whether there is a customer of that id. */
    Customer: {
      /**
       * Id of the customer, 1 to 128 letters, digits, underscores, hyphens, dots, colons and at signs. Upper and lower
       * case are different ids.
       */
      id: components['schemas']['CustomerId']
      /** Whether the customer exists. */
      exists: boolean
    }
    /** An object without members. `null` is the same as no body. */
    CustomerInput: Record<string, never> | null
    /**
     * Always true.
     *
     * @enum {boolean}
     */
    CustomerExists: true
    /** A customer that exists. */
    RegisteredCustomer: {
      /**
       * Id of the customer, 1 to 128 letters, digits, underscores, hyphens, dots, colons and at signs. Upper and lower
       * case are different ids.
       */
      id: components['schemas']['CustomerId']
      /** Always true. */
      exists: components['schemas']['CustomerExists']
    }
    /** Which customer an execution is about. */
    WorkflowInput: {
      /**
       * Id of the customer, 1 to 128 letters, digits, underscores, hyphens, dots, colons and at signs. Upper and lower
       * case are different ids.
       */
      id: components['schemas']['CustomerId']
    }
    /** Id of the execution, 1 to 80 letters, digits, underscores and hyphens. */
    ExecutionId: string
    /**
     * How the execution stands.
     *
     * @enum {string}
     */
    WorkflowStatus: 'running' | 'succeeded' | 'failed' | 'timed_out' | 'aborted'
    /** The execution that a submit leads to. */
    WorkflowSubmission: {
      /** Id of the execution, 1 to 80 letters, digits, underscores and hyphens. */
      executionId: components['schemas']['ExecutionId']
      /** How the execution stands. */
      status: components['schemas']['WorkflowStatus']
    }
    /**
     * What came of it: the customer was `inserted`; it was there before (`already_exists`); or the execution was
     * started by the customer's own creation, and the customer was deleted again by then (`gone`).
     *
     * @enum {string}
     */
    WorkflowOutcome: 'inserted' | 'already_exists' | 'gone'
    /** One execution of the workflow. */
    WorkflowExecution: {
      /** Id of the execution, 1 to 80 letters, digits, underscores and hyphens. */
      executionId: components['schemas']['ExecutionId']
      /** How the execution stands. */
      status: components['schemas']['WorkflowStatus']
      /**
       * What came of it: the customer was `inserted`; it was there before (`already_exists`); or the execution was
       * started by the customer's own creation, and the customer was deleted again by then (`gone`).
       */
      outcome?: components['schemas']['WorkflowOutcome']
      /**
       * When the execution was started (RFC 3339, UTC, milliseconds).
       *
       * Format: date-time
       */
      startedAt: string
      /**
       * When the execution ended (RFC 3339, UTC, milliseconds). Absent while it is running.
       *
       * Format: date-time
       */
      stoppedAt?: string
    }
    /** What is said, 1 to 8,000 characters, not white space alone. */
    ChatText: string
    /**
     * Who speaks.
     *
     * @enum {string}
     */
    ChatRole: 'user' | 'assistant'
    /** One turn of a conversation. */
    ChatTurn: {
      /** Who speaks. */
      role: components['schemas']['ChatRole']
      /** What is said, 1 to 8,000 characters, not white space alone. */
      content: components['schemas']['ChatText']
    }
    /** A message to the assistant. */
    ChatInput: {
      /** What is said, 1 to 8,000 characters, not white space alone. */
      message: components['schemas']['ChatText']
      /**
       * The conversation so far, the oldest turn first, at most 40. User and assistant alternate, the user begins, and
       * the assistant's turn is the last, since `message` is the user's next; any other order is a 400. So is a history
       * whose turns have more than 32,000 characters together with `message`.
       */
      history?: components['schemas']['ChatTurn'][] | undefined
    }
    /** The operationId of an operation of this contract. */
    ChatOperationId: string
    /** The arguments by their names, as the model gave them. */
    ChatCallArguments: {
      [key: string]: unknown
    }
    /** The status of the operation's answer; 400 also when the arguments fit no request. */
    ChatCallStatus: number
    /** A call that the assistant made, with the rights of the caller. */
    ChatCall: {
      /** The operationId of an operation of this contract. */
      operationId: components['schemas']['ChatOperationId']
      /** The arguments by their names, as the model gave them. */
      arguments: components['schemas']['ChatCallArguments']
      /** The status of the operation's answer; 400 also when the arguments fit no request. */
      status: components['schemas']['ChatCallStatus']
    }
    /** The arguments by their names: the parameters of the operation, and the members of its body. */
    ChatProposalArguments: {
      [key: string]: unknown
    }
    /**
     * One line that names the operation and what it is about, for people. The service writes it, from the contract, the
     * arguments and the item's name.
     */
    ChatProposalSummary: string
    /**
     * A change that the assistant proposes. It fits the contract, and the caller has the right to it. Show it to the
     * person, and call the operation when they agree.
     */
    ChatProposal:
      | {
          /**
           * Create a case.
           *
           * @enum {string}
           */
          operationId: 'createCase'
          /** The arguments by their names: the parameters of the operation, and the members of its body. */
          arguments: {
            /** What the case is about, 1 to 8,000 characters. */
            description: string
            /**
             * Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1 to 256
             * characters.
             */
            metadata?: {
              [key: string]: string
            }
          }
          /**
           * One line that names the operation and what it is about, for people. The service writes it, from the
           * contract, the arguments and the item's name.
           */
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /**
           * Update a case.
           *
           * @enum {string}
           */
          operationId: 'updateCase'
          /** The arguments by their names: the parameters of the operation, and the members of its body. */
          arguments: {
            /**
             * Id of the case, as `listCases` gives it.
             *
             * Format: uuid
             */
            caseId: string
            /** What the case is about, 1 to 8,000 characters. */
            description?: string
            /**
             * How far the case has come.
             *
             * @enum {string}
             */
            status?: 'open' | 'in_progress' | 'resolved' | 'closed'
            /**
             * Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1 to 256
             * characters.
             */
            metadata?: {
              [key: string]: string
            }
          }
          /**
           * One line that names the operation and what it is about, for people. The service writes it, from the
           * contract, the arguments and the item's name.
           */
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /**
           * Get an upload URL for a case.
           *
           * @enum {string}
           */
          operationId: 'getCaseUploadUrl'
          /** The arguments by their names: the parameters of the operation, and the members of its body. */
          arguments: {
            /**
             * Id of the case, as `listCases` gives it.
             *
             * Format: uuid
             */
            caseId: string
            /**
             * Name of the file, at most 255 bytes in UTF-8. It has no slashes, backslashes, control characters, line or
             * paragraph separators, and no invisible characters that change the direction of text. A name is made up
             * when it is left out.
             */
            fileName?: string
            /**
             * Media type of the file with its parameters (RFC 9110), as a browser names it:
             * `video/webm;codecs=vp8,opus`.
             *
             * @default application/octet-stream
             */
            contentType?: string
            /**
             * Length of the file in bytes, at most 100 MiB. Give it unless you cannot know it.
             *
             * Format: int64
             */
            contentLength?: number
          }
          /**
           * One line that names the operation and what it is about, for people. The service writes it, from the
           * contract, the arguments and the item's name.
           */
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /**
           * Create an event.
           *
           * @enum {string}
           */
          operationId: 'createEvent'
          /** The arguments by their names: the parameters of the operation, and the members of its body. */
          arguments: {
            /** Name of the event, 1 to 200 characters. */
            title: string
            /** What the event is about, 1 to 8,000 characters. */
            description: string
            /**
             * The day of the event, `YYYY-MM-DD`; a day that the calendar has.
             *
             * Format: date
             */
            date: string
            /** Where the event is held, 1 to 300 characters. */
            location: string
            /** How many people can take part, 1 to 1,000,000. */
            capacity: number
            /** Who holds the event, 1 to 200 characters. */
            organizer: string
            /**
             * How far the event has come.
             *
             * @enum {string}
             */
            status?: 'scheduled' | 'ongoing' | 'completed' | 'cancelled'
          }
          /**
           * One line that names the operation and what it is about, for people. The service writes it, from the
           * contract, the arguments and the item's name.
           */
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /**
           * Update an event.
           *
           * @enum {string}
           */
          operationId: 'updateEvent'
          /** The arguments by their names: the parameters of the operation, and the members of its body. */
          arguments: {
            /**
             * Id of the event, as `listEvents` gives it.
             *
             * Format: uuid
             */
            eventId: string
            /** Name of the event, 1 to 200 characters. */
            title?: string
            /** What the event is about, 1 to 8,000 characters. */
            description?: string
            /**
             * The day of the event, `YYYY-MM-DD`; a day that the calendar has.
             *
             * Format: date
             */
            date?: string
            /** Where the event is held, 1 to 300 characters. */
            location?: string
            /** How many people can take part, 1 to 1,000,000. */
            capacity?: number
            /** Who holds the event, 1 to 200 characters. */
            organizer?: string
            /**
             * How far the event has come.
             *
             * @enum {string}
             */
            status?: 'scheduled' | 'ongoing' | 'completed' | 'cancelled'
          }
          /**
           * One line that names the operation and what it is about, for people. The service writes it, from the
           * contract, the arguments and the item's name.
           */
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /**
           * Delete an event.
           *
           * @enum {string}
           */
          operationId: 'deleteEvent'
          /** The arguments by their names: the parameters of the operation, and the members of its body. */
          arguments: {
            /**
             * Id of the event, as `listEvents` gives it.
             *
             * Format: uuid
             */
            eventId: string
          }
          /**
           * One line that names the operation and what it is about, for people. The service writes it, from the
           * contract, the arguments and the item's name.
           */
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /**
           * Create a product.
           *
           * @enum {string}
           */
          operationId: 'createProduct'
          /** The arguments by their names: the parameters of the operation, and the members of its body. */
          arguments: {
            /**
             * Id of the product, 1 to 64 letters, digits, dots, underscores and hyphens, the first a letter or a digit.
             * Upper and lower case are different ids.
             */
            productId: string
            /** The category that the product belongs to, 1 to 64 characters, no control characters. */
            category: string
            /** Name of the product, 1 to 200 characters. */
            productName: string
            /** What there is to say of the product, at most 2,000 characters. */
            description?: string
            /**
             * Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two decimals. More
             * decimals are a 400; the price is kept to the cent.
             *
             * Format: double
             */
            productPrice: number
            /** How many pieces there are, 0 to 1,000,000,000. */
            stock: number
          }
          /**
           * One line that names the operation and what it is about, for people. The service writes it, from the
           * contract, the arguments and the item's name.
           */
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /**
           * Update a product.
           *
           * @enum {string}
           */
          operationId: 'updateProduct'
          /** The arguments by their names: the parameters of the operation, and the members of its body. */
          arguments: {
            /** Id of the product, as `listProducts` gives it. */
            productId: string
            /** The category that the product belongs to, 1 to 64 characters, no control characters. */
            category?: string
            /** Name of the product, 1 to 200 characters. */
            productName?: string
            /** What there is to say of the product, at most 2,000 characters. */
            description?: string
            /**
             * Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two decimals. More
             * decimals are a 400; the price is kept to the cent.
             *
             * Format: double
             */
            productPrice?: number
            /** How many pieces there are, 0 to 1,000,000,000. */
            stock?: number
          }
          /**
           * One line that names the operation and what it is about, for people. The service writes it, from the
           * contract, the arguments and the item's name.
           */
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /**
           * Delete a product.
           *
           * @enum {string}
           */
          operationId: 'deleteProduct'
          /** The arguments by their names: the parameters of the operation, and the members of its body. */
          arguments: {
            /** Id of the product, as `listProducts` gives it. */
            productId: string
          }
          /**
           * One line that names the operation and what it is about, for people. The service writes it, from the
           * contract, the arguments and the item's name.
           */
          summary: components['schemas']['ChatProposalSummary']
        }
    /**
     * Why the model stopped, in Bedrock's words: `end_turn` when it was done, `max_tokens` when the reply was cut off
     * at the limit; also `stop_sequence`, `tool_use`, `guardrail_intervened`, `content_filtered`,
     * `malformed_model_output`, `malformed_tool_use`, `model_context_window_exceeded`. More may come.
     */
    ChatStopReason: string
    /** What the reply cost, in the model's tokens. */
    ChatUsage: {
      /** Tokens that the model was sent. */
      inputTokens: number
      /** Tokens that the model wrote. */
      outputTokens: number
      /** Both together. */
      totalTokens: number
    }
    /** What the assistant replied. */
    ChatReply: {
      /**
       * The assistant's words. Empty when the model stopped before it said anything. Links and images that do not lead
       * to this service are written as plain text.
       */
      reply: string
      /** What the assistant looked up, in this order. */
      calls: components['schemas']['ChatCall'][]
      /** The changes that the assistant proposes. Nothing has changed yet. */
      proposals: components['schemas']['ChatProposal'][]
      /**
       * Why the model stopped, in Bedrock's words: `end_turn` when it was done, `max_tokens` when the reply was cut off
       * at the limit; also `stop_sequence`, `tool_use`, `guardrail_intervened`, `content_filtered`,
       * `malformed_model_output`, `malformed_tool_use`, `model_context_window_exceeded`. More may come.
       */
      stopReason: components['schemas']['ChatStopReason']
      /** What the reply cost, in the model's tokens. */
      usage: components['schemas']['ChatUsage']
    }
    /**
     * The type of the event.
     *
     * @enum {string}
     */
    ChatTextType: 'text'
    /** A piece of the reply. All pieces together are the reply. */
    ChatTextEvent: {
      /** The type of the event. */
      type: components['schemas']['ChatTextType']
      /** The piece. */
      text: string
    }
    /**
     * The type of the event.
     *
     * @enum {string}
     */
    ChatCallType: 'call'
    /** A call that the assistant made, with the rights of the caller. */
    ChatCallEvent: {
      /** The type of the event. */
      type: components['schemas']['ChatCallType']
      /** The operationId of an operation of this contract. */
      operationId: components['schemas']['ChatOperationId']
      /** The arguments by their names, as the model gave them. */
      arguments: components['schemas']['ChatCallArguments']
      /** The status of the operation's answer; 400 also when the arguments fit no request. */
      status: components['schemas']['ChatCallStatus']
    }
    /**
     * The type of the event.
     *
     * @enum {string}
     */
    ChatProposalType: 'proposal'
    /** A change that the assistant proposes. It fits the contract, and the caller has the right to it. */
    ChatProposalEvent:
      | {
          /** The type of the event. */
          type: components['schemas']['ChatProposalType']
          /**
           * Create a case.
           *
           * @enum {string}
           */
          operationId: 'createCase'
          /** The arguments by their names: the parameters of the operation, and the members of its body. */
          arguments: {
            /** What the case is about, 1 to 8,000 characters. */
            description: string
            /**
             * Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1 to 256
             * characters.
             */
            metadata?: {
              [key: string]: string
            }
          }
          /**
           * One line that names the operation and what it is about, for people. The service writes it, from the
           * contract, the arguments and the item's name.
           */
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /** The type of the event. */
          type: components['schemas']['ChatProposalType']
          /**
           * Update a case.
           *
           * @enum {string}
           */
          operationId: 'updateCase'
          /** The arguments by their names: the parameters of the operation, and the members of its body. */
          arguments: {
            /**
             * Id of the case, as `listCases` gives it.
             *
             * Format: uuid
             */
            caseId: string
            /** What the case is about, 1 to 8,000 characters. */
            description?: string
            /**
             * How far the case has come.
             *
             * @enum {string}
             */
            status?: 'open' | 'in_progress' | 'resolved' | 'closed'
            /**
             * Facts about the case as text, at most 50 of at most 1,024 characters each, under names of 1 to 256
             * characters.
             */
            metadata?: {
              [key: string]: string
            }
          }
          /**
           * One line that names the operation and what it is about, for people. The service writes it, from the
           * contract, the arguments and the item's name.
           */
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /** The type of the event. */
          type: components['schemas']['ChatProposalType']
          /**
           * Get an upload URL for a case.
           *
           * @enum {string}
           */
          operationId: 'getCaseUploadUrl'
          /** The arguments by their names: the parameters of the operation, and the members of its body. */
          arguments: {
            /**
             * Id of the case, as `listCases` gives it.
             *
             * Format: uuid
             */
            caseId: string
            /**
             * Name of the file, at most 255 bytes in UTF-8. It has no slashes, backslashes, control characters, line or
             * paragraph separators, and no invisible characters that change the direction of text. A name is made up
             * when it is left out.
             */
            fileName?: string
            /**
             * Media type of the file with its parameters (RFC 9110), as a browser names it:
             * `video/webm;codecs=vp8,opus`.
             *
             * @default application/octet-stream
             */
            contentType?: string
            /**
             * Length of the file in bytes, at most 100 MiB. Give it unless you cannot know it.
             *
             * Format: int64
             */
            contentLength?: number
          }
          /**
           * One line that names the operation and what it is about, for people. The service writes it, from the
           * contract, the arguments and the item's name.
           */
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /** The type of the event. */
          type: components['schemas']['ChatProposalType']
          /**
           * Create an event.
           *
           * @enum {string}
           */
          operationId: 'createEvent'
          /** The arguments by their names: the parameters of the operation, and the members of its body. */
          arguments: {
            /** Name of the event, 1 to 200 characters. */
            title: string
            /** What the event is about, 1 to 8,000 characters. */
            description: string
            /**
             * The day of the event, `YYYY-MM-DD`; a day that the calendar has.
             *
             * Format: date
             */
            date: string
            /** Where the event is held, 1 to 300 characters. */
            location: string
            /** How many people can take part, 1 to 1,000,000. */
            capacity: number
            /** Who holds the event, 1 to 200 characters. */
            organizer: string
            /**
             * How far the event has come.
             *
             * @enum {string}
             */
            status?: 'scheduled' | 'ongoing' | 'completed' | 'cancelled'
          }
          /**
           * One line that names the operation and what it is about, for people. The service writes it, from the
           * contract, the arguments and the item's name.
           */
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /** The type of the event. */
          type: components['schemas']['ChatProposalType']
          /**
           * Update an event.
           *
           * @enum {string}
           */
          operationId: 'updateEvent'
          /** The arguments by their names: the parameters of the operation, and the members of its body. */
          arguments: {
            /**
             * Id of the event, as `listEvents` gives it.
             *
             * Format: uuid
             */
            eventId: string
            /** Name of the event, 1 to 200 characters. */
            title?: string
            /** What the event is about, 1 to 8,000 characters. */
            description?: string
            /**
             * The day of the event, `YYYY-MM-DD`; a day that the calendar has.
             *
             * Format: date
             */
            date?: string
            /** Where the event is held, 1 to 300 characters. */
            location?: string
            /** How many people can take part, 1 to 1,000,000. */
            capacity?: number
            /** Who holds the event, 1 to 200 characters. */
            organizer?: string
            /**
             * How far the event has come.
             *
             * @enum {string}
             */
            status?: 'scheduled' | 'ongoing' | 'completed' | 'cancelled'
          }
          /**
           * One line that names the operation and what it is about, for people. The service writes it, from the
           * contract, the arguments and the item's name.
           */
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /** The type of the event. */
          type: components['schemas']['ChatProposalType']
          /**
           * Delete an event.
           *
           * @enum {string}
           */
          operationId: 'deleteEvent'
          /** The arguments by their names: the parameters of the operation, and the members of its body. */
          arguments: {
            /**
             * Id of the event, as `listEvents` gives it.
             *
             * Format: uuid
             */
            eventId: string
          }
          /**
           * One line that names the operation and what it is about, for people. The service writes it, from the
           * contract, the arguments and the item's name.
           */
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /** The type of the event. */
          type: components['schemas']['ChatProposalType']
          /**
           * Create a product.
           *
           * @enum {string}
           */
          operationId: 'createProduct'
          /** The arguments by their names: the parameters of the operation, and the members of its body. */
          arguments: {
            /**
             * Id of the product, 1 to 64 letters, digits, dots, underscores and hyphens, the first a letter or a digit.
             * Upper and lower case are different ids.
             */
            productId: string
            /** The category that the product belongs to, 1 to 64 characters, no control characters. */
            category: string
            /** Name of the product, 1 to 200 characters. */
            productName: string
            /** What there is to say of the product, at most 2,000 characters. */
            description?: string
            /**
             * Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two decimals. More
             * decimals are a 400; the price is kept to the cent.
             *
             * Format: double
             */
            productPrice: number
            /** How many pieces there are, 0 to 1,000,000,000. */
            stock: number
          }
          /**
           * One line that names the operation and what it is about, for people. The service writes it, from the
           * contract, the arguments and the item's name.
           */
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /** The type of the event. */
          type: components['schemas']['ChatProposalType']
          /**
           * Update a product.
           *
           * @enum {string}
           */
          operationId: 'updateProduct'
          /** The arguments by their names: the parameters of the operation, and the members of its body. */
          arguments: {
            /** Id of the product, as `listProducts` gives it. */
            productId: string
            /** The category that the product belongs to, 1 to 64 characters, no control characters. */
            category?: string
            /** Name of the product, 1 to 200 characters. */
            productName?: string
            /** What there is to say of the product, at most 2,000 characters. */
            description?: string
            /**
             * Price of one piece in the organisation's currency, 0 to 9,999,999.99 with at most two decimals. More
             * decimals are a 400; the price is kept to the cent.
             *
             * Format: double
             */
            productPrice?: number
            /** How many pieces there are, 0 to 1,000,000,000. */
            stock?: number
          }
          /**
           * One line that names the operation and what it is about, for people. The service writes it, from the
           * contract, the arguments and the item's name.
           */
          summary: components['schemas']['ChatProposalSummary']
        }
      | {
          /** The type of the event. */
          type: components['schemas']['ChatProposalType']
          /**
           * Delete a product.
           *
           * @enum {string}
           */
          operationId: 'deleteProduct'
          /** The arguments by their names: the parameters of the operation, and the members of its body. */
          arguments: {
            /** Id of the product, as `listProducts` gives it. */
            productId: string
          }
          /**
           * One line that names the operation and what it is about, for people. The service writes it, from the
           * contract, the arguments and the item's name.
           */
          summary: components['schemas']['ChatProposalSummary']
        }
    /**
     * The type of the event.
     *
     * @enum {string}
     */
    ChatDoneType: 'done'
    /** The end of the answer. No event follows. */
    ChatDoneEvent: {
      /** The type of the event. */
      type: components['schemas']['ChatDoneType']
      /**
       * Why the model stopped, in Bedrock's words: `end_turn` when it was done, `max_tokens` when the reply was cut off
       * at the limit; also `stop_sequence`, `tool_use`, `guardrail_intervened`, `content_filtered`,
       * `malformed_model_output`, `malformed_tool_use`, `model_context_window_exceeded`. More may come.
       */
      stopReason: components['schemas']['ChatStopReason']
      /** What the reply cost, in the model's tokens. */
      usage: components['schemas']['ChatUsage']
    }
    /**
     * The type of the event.
     *
     * @enum {string}
     */
    ChatErrorType: 'error'
    /** The end of an answer that has failed after its first event. No event follows. */
    ChatErrorEvent: {
      /** The type of the event. */
      type: components['schemas']['ChatErrorType']
      /**
       * Problem details (RFC 9457). `error` and `message` repeat `title` and `detail` for clients that were written
       * before problem details were.
       */
      problem: components['schemas']['Problem']
    }
    /** One event of an answer. Its `type` tells its other members. */
    ChatEvent:
      | components['schemas']['ChatTextEvent']
      | components['schemas']['ChatCallEvent']
      | components['schemas']['ChatProposalEvent']
      | components['schemas']['ChatDoneEvent']
      | components['schemas']['ChatErrorEvent']
    /**
     * The version of JSON-RPC.
     *
     * @enum {string}
     */
    JsonRpcVersion: '2.0'
    /** A request or a notification of JSON-RPC 2.0. A notification has no `id`. */
    McpRequest: {
      /** The version of JSON-RPC. */
      jsonrpc: components['schemas']['JsonRpcVersion']
      /** The method, as `tools/list`. */
      method: string
      /** What the method takes. `_meta` names the revision and the client's capabilities. */
      params?:
        | {
            [key: string]: unknown
          }
        | undefined
    } & {
      [key: string]: unknown
    }
    /** An answer of JSON-RPC 2.0, with `result` or `error`. It has the `id` of its request, if that has one. */
    McpResponse: {
      /** The version of JSON-RPC. */
      jsonrpc: components['schemas']['JsonRpcVersion']
      /** What the method answers. */
      result?: {
        [key: string]: unknown
      }
      /** Why there is no result. */
      error?: {
        /**
         * The kind of error.
         *
         * Format: int32
         */
        code: number
        /** The error in words. */
        message: string
        /** More on the error. */
        data?: {
          [key: string]: unknown
        }
      }
    } & {
      [key: string]: unknown
    }
    /** Protected resource metadata (RFC 9728). The names of its members are the RFC's. */
    ProtectedResource: {
      /**
       * The address that a person gives to the assistant.
       *
       * Format: uri
       */
      resource: string
      /** Where the metadata of the sign-in is. */
      authorization_servers: string[]
      /** The scopes that a token can have. */
      scopes_supported: string[]
      /** Where a request has the token. */
      bearer_methods_supported: string[]
      /** The name for people. */
      resource_name: string
    }
    /** Authorization server metadata (RFC 8414). The names of its members are the RFC's. */
    AuthorizationServer: {
      /**
       * The address of this document without its well-known path.
       *
       * Format: uri
       */
      issuer: string
      /**
       * Where a person signs in.
       *
       * Format: uri
       */
      authorization_endpoint: string
      /**
       * Where a client gets its tokens.
       *
       * Format: uri
       */
      token_endpoint: string
      /**
       * Where a client gives a refresh token back.
       *
       * Format: uri
       */
      revocation_endpoint: string
      /**
       * The keys that sign the tokens.
       *
       * Format: uri
       */
      jwks_uri: string
      /** What the sign-in returns. */
      response_types_supported: string[]
      /** How a client gets a token. */
      grant_types_supported: string[]
      /** The methods of PKCE. */
      code_challenge_methods_supported: string[]
      /** How a client identifies itself. */
      token_endpoint_auth_methods_supported: string[]
      /** The scopes that a token can have. */
      scopes_supported: string[]
    }
    /** Id of the user, as u-0001. */
    UserId: string
    /**
     * One role.
     *
     * @enum {string}
     */
    UserRole: 'admin' | 'agent' | 'analyst' | 'customer'
    /** A sample user. */
    User: {
      /** Id of the user, as u-0001. */
      userId: components['schemas']['UserId']
      /** Name of the user. */
      name: string
      /**
       * Mail address of the user.
       *
       * Format: email
       */
      email: string
      /** What the user may do, 1 to 4 roles. */
      roles: components['schemas']['UserRole'][]
      /**
       * When the user was created (RFC 3339, UTC, milliseconds).
       *
       * Format: date-time
       */
      createdAt: string
    }
    /** The sample users. */
    UserList: {
      /** The users, by their id. */
      users: components['schemas']['User'][]
    }
    /**
     * How far the order has come.
     *
     * @enum {string}
     */
    OrderStatus: 'placed' | 'paid' | 'shipped' | 'delivered' | 'cancelled'
    /** One line of an order. */
    OrderItem: {
      /** Id of the product, as the catalogue has it. */
      productId: string
      /** Name of the product when it was ordered. */
      productName: string
      /** How many pieces were ordered. */
      quantity: number
      /**
       * Price of one piece when it was ordered, with at most two decimals, in the order's currency.
       *
       * Format: double
       */
      unitPrice: number
    }
    /** A sample order. */
    Order: {
      /** Id of the order, as o-0001. */
      orderId: string
      /** Id of the user, as u-0001. */
      userId: components['schemas']['UserId']
      /** How far the order has come. */
      status: components['schemas']['OrderStatus']
      /** The lines of the order. */
      items: components['schemas']['OrderItem'][]
      /**
       * Sum over the lines of quantity times unit price, with at most two decimals.
       *
       * Format: double
       */
      total: number
      /** Currency of the prices (ISO 4217), as EUR. */
      currency: string
      /**
       * When the order was placed (RFC 3339, UTC, milliseconds).
       *
       * Format: date-time
       */
      createdAt: string
    }
    /** The sample orders. */
    OrderList: {
      /** The orders, by their id. */
      orders: components['schemas']['Order'][]
    }
    /**
     * Always `ok`; a service that is not does not answer.
     *
     * @enum {string}
     */
    ServiceHealth: 'ok'
    /** What the service says of itself. */
    Status: {
      /** Always `ok`; a service that is not does not answer. */
      status: components['schemas']['ServiceHealth']
      /**
       * The service's clock (RFC 3339, UTC).
       *
       * Format: date-time
       */
      timestamp: string
      /** Version of the contract that runs. */
      version: string
      /** Name of the service. */
      service: string
      /** The stage, as dev, staging or prod. */
      environment: string
      /** Who is asking: `cognito:username`, else `username`, else `client_id`. */
      user: string
    }
    /** An OpenAPI 3.0.3 document. */
    OpenApiDocument: {
      /** Version of the OpenAPI Specification. */
      openapi: string
      /** Title, version, description and licence of the API. */
      info: {
        [key: string]: unknown
      }
      /** The operations by path and method. */
      paths: {
        [key: string]: unknown
      }
    } & {
      [key: string]: unknown
    }
  }
  responses: {
    /** The request does not match the contract. */
    BadRequest: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example
         * ```json
         * {
         *   "type": "/docs/problems/invalid-request",
         *   "title": "Invalid request",
         *   "status": 400,
         *   "detail": "The request does not match the contract: /description must have required property.",
         *   "instance": "/cases",
         *   "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *   "errors": [
         *     {
         *       "pointer": "/description",
         *       "detail": "is required"
         *     }
         *   ],
         *   "error": "Invalid request",
         *   "message": "The request does not match the contract: /description must have required property."
         * }
         * ```
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The token is missing or not accepted. */
    Unauthenticated: {
      headers: {
        /**
         * The challenge (RFC 6750) that says what is wrong with the token.
         *
         * @example Bearer realm="frontdesk", error="invalid_token"
         */
        'WWW-Authenticate'?: string
        [name: string]: unknown
      }
      content: {
        /**
         * @example
         * ```json
         * {
         *   "type": "/docs/problems/unauthenticated",
         *   "title": "Unauthenticated",
         *   "status": 401,
         *   "detail": "The token has expired.",
         *   "instance": "/cases",
         *   "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *   "error": "Unauthenticated",
         *   "message": "The token has expired."
         * }
         * ```
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The access token lacks the operation's scope. */
    InsufficientScope: {
      headers: {
        /**
         * The challenge (RFC 6750) that says what is wrong with the token.
         *
         * @example Bearer realm="frontdesk", error="invalid_token"
         */
        'WWW-Authenticate'?: string
        [name: string]: unknown
      }
      content: {
        /**
         * @example
         * ```json
         * {
         *   "type": "/docs/problems/insufficient-scope",
         *   "title": "Insufficient scope",
         *   "status": 403,
         *   "detail": "This operation needs the scope frontdesk/write.",
         *   "instance": "/cases",
         *   "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *   "error": "Insufficient scope",
         *   "message": "This operation needs the scope frontdesk/write."
         * }
         * ```
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** A rate limit was met, or the quota of the person is used up. */
    TooManyRequests: {
      headers: {
        /**
         * Seconds to wait before the next attempt.
         *
         * @example 2
         */
        'Retry-After'?: number
        /**
         * How many requests a person may send in the window of their quota. Missing where there is no quota.
         *
         * @example 200
         */
        'RateLimit-Limit'?: number
        /**
         * How many of them are left.
         *
         * @example 187
         */
        'RateLimit-Remaining'?: number
        /**
         * In how many seconds the next window begins, with the whole quota.
         *
         * @example 41200
         */
        'RateLimit-Reset'?: number
        [name: string]: unknown
      }
      content: {
        /**
         * @example
         * ```json
         * {
         *   "type": "/docs/problems/too-many-requests",
         *   "title": "Too many requests",
         *   "status": 429,
         *   "detail": "Too many requests. Try again in 2 seconds.",
         *   "instance": "/cases",
         *   "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *   "error": "Too many requests",
         *   "message": "Too many requests. Try again in 2 seconds."
         * }
         * ```
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The request line and the header values have more than 10,240 bytes together. */
    HeadersTooLarge: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example
         * ```json
         * {
         *   "type": "/docs/problems/request-header-fields-too-large",
         *   "title": "Request header fields too large",
         *   "status": 431,
         *   "detail": "The request line and the header values have more than 10240 bytes together.",
         *   "instance": "/cases",
         *   "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *   "error": "Request header fields too large",
         *   "message": "The request line and the header values have more than 10240 bytes together."
         * }
         * ```
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The service failed. */
    InternalError: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example
         * ```json
         * {
         *   "type": "/docs/problems/internal-error",
         *   "title": "Internal server error",
         *   "status": 500,
         *   "detail": "The service failed. The request id leads to the cause in its log.",
         *   "instance": "/cases",
         *   "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *   "error": "Internal server error",
         *   "message": "The service failed. The request id leads to the cause in its log."
         * }
         * ```
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** A service that this one depends on cannot be reached or has too much to do. */
    ServiceUnavailable: {
      headers: {
        /**
         * Seconds to wait before the next attempt.
         *
         * @example 2
         */
        'Retry-After'?: number
        [name: string]: unknown
      }
      content: {
        /**
         * @example
         * ```json
         * {
         *   "type": "/docs/problems/service-unavailable",
         *   "title": "Service unavailable",
         *   "status": 503,
         *   "detail": "A service that this one needs is not available. Try again in 2 seconds.",
         *   "instance": "/cases",
         *   "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *   "error": "Service unavailable",
         *   "message": "A service that this one needs is not available. Try again in 2 seconds."
         * }
         * ```
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** A service that this one depends on did not answer in time. */
    GatewayTimeout: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example
         * ```json
         * {
         *   "type": "/docs/problems/gateway-timeout",
         *   "title": "Gateway timeout",
         *   "status": 504,
         *   "detail": "A service that this one needs did not answer in time.",
         *   "instance": "/cases",
         *   "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *   "error": "Gateway timeout",
         *   "message": "A service that this one needs did not answer in time."
         * }
         * ```
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The body is larger than 256 KiB. */
    PayloadTooLarge: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example
         * ```json
         * {
         *   "type": "/docs/problems/payload-too-large",
         *   "title": "Payload too large",
         *   "status": 413,
         *   "detail": "The body has 300000 bytes; at most 262144 are accepted.",
         *   "instance": "/cases",
         *   "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *   "error": "Payload too large",
         *   "message": "The body has 300000 bytes; at most 262144 are accepted."
         * }
         * ```
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The body is not sent as application/json. */
    UnsupportedMediaType: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example
         * ```json
         * {
         *   "type": "/docs/problems/unsupported-media-type",
         *   "title": "Unsupported media type",
         *   "status": 415,
         *   "detail": "The body must be sent as application/json.",
         *   "instance": "/cases",
         *   "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *   "error": "Unsupported media type",
         *   "message": "The body must be sent as application/json."
         * }
         * ```
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The `Idempotency-Key` was used before with another body. */
    IdempotencyKeyReused: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example
         * ```json
         * {
         *   "type": "/docs/problems/idempotency-key-reused",
         *   "title": "Idempotency key reused",
         *   "status": 422,
         *   "detail": "This Idempotency-Key was used before with another body.",
         *   "instance": "/cases",
         *   "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *   "error": "Idempotency key reused",
         *   "message": "This Idempotency-Key was used before with another body."
         * }
         * ```
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The item is still as `If-None-Match` says; there is no body. */
    NotModified: {
      headers: {
        /**
         * The item's version (strong), for `If-Match` and `If-None-Match`.
         *
         * @example "mfx2k1a8-1"
         */
        ETag: string
        [name: string]: unknown
      }
      content?: never
    }
    /** There is no item with this id. */
    NotFound: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example
         * ```json
         * {
         *   "type": "/docs/problems/not-found",
         *   "title": "Not found",
         *   "status": 404,
         *   "detail": "There is no case 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10.",
         *   "instance": "/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10",
         *   "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *   "error": "Not found",
         *   "message": "There is no case 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10."
         * }
         * ```
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The item has changed since the ETag in `If-Match` was read. */
    PreconditionFailed: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example
         * ```json
         * {
         *   "type": "/docs/problems/precondition-failed",
         *   "title": "Precondition failed",
         *   "status": 412,
         *   "detail": "The item has changed since that ETag was read.",
         *   "instance": "/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10",
         *   "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *   "error": "Precondition failed",
         *   "message": "The item has changed since that ETag was read."
         * }
         * ```
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** An item with this id exists already, with other content. */
    Conflict: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example
         * ```json
         * {
         *   "type": "/docs/problems/conflict",
         *   "title": "Conflict",
         *   "status": 409,
         *   "detail": "The product kiosk-stand-01 exists already with other content.",
         *   "instance": "/products",
         *   "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *   "error": "Conflict",
         *   "message": "The product kiosk-stand-01 exists already with other content."
         * }
         * ```
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The API key is missing or not accepted. */
    Forbidden: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example
         * ```json
         * {
         *   "type": "/docs/problems/forbidden",
         *   "title": "Forbidden",
         *   "status": 403,
         *   "detail": "This operation needs an API key in x-api-key.",
         *   "instance": "/customers/c-1042",
         *   "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *   "error": "Forbidden",
         *   "message": "This operation needs an API key in x-api-key."
         * }
         * ```
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** A service that this one depends on failed or answered with something unusable. */
    BadGateway: {
      headers: {
        [name: string]: unknown
      }
      content: {
        /**
         * @example
         * ```json
         * {
         *   "type": "/docs/problems/bad-gateway",
         *   "title": "Bad gateway",
         *   "status": 502,
         *   "detail": "The sample object users.json is missing.",
         *   "instance": "/users",
         *   "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
         *   "error": "Bad gateway",
         *   "message": "The sample object users.json is missing."
         * }
         * ```
         */
        'application/problem+json': components['schemas']['Problem']
      }
    }
  }
  parameters: {
    /**
     * How many items a page holds at most.
     *
     * @default 25
     * @example 25
     */
    Limit: number
    /** Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and filter. */
    Cursor: string
    /**
     * Makes a repeat safe. The same key with the same body answers the original 201 with `Idempotent-Replayed: true`;
     * with another body 422. The key belongs to the caller and the operation, and is free again when the item is
     * deleted.
     *
     * @example 3a0c7f5e-kiosk-a4
     */
    IdempotencyKey: string
    /**
     * Id of the case, as `listCases` gives it.
     *
     * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
     */
    CaseIdInPath: components['schemas']['CaseId']
    /** Answer 304 without a body if the item is still as this ETag says. */
    IfNoneMatch: string
    /** Do it only if the item is still as this ETag says; otherwise 412. `*` means any version. */
    IfMatch: string
    /**
     * Id of the event, as `listEvents` gives it.
     *
     * @example b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80
     */
    EventIdInPath: components['schemas']['EventId']
    /**
     * Id of the product, as `listProducts` gives it.
     *
     * @example kiosk-stand-01
     */
    ProductIdInPath: components['schemas']['ProductId']
    /**
     * Id of the customer.
     *
     * @example c-1042
     */
    CustomerIdInPath: components['schemas']['CustomerId']
    /**
     * Makes a repeat safe. The same key with the same body answers 202 with the same execution and
     * `Idempotent-Replayed: true`; with another body 422. The key belongs to the API key and the operation, and is free
     * again 90 days after the execution has stopped.
     *
     * @example import-2026-11-20-c-1042
     */
    SubmitKey: string
    /**
     * Id of the execution. An id that no execution can have is a 404, as an unknown id is.
     *
     * @example 8d1f6a34-52c0-4e7b-9a0f-3c6b1d2e4f57
     */
    ExecutionIdInPath: string
  }
  requestBodies: never
  headers: {
    /**
     * The challenge (RFC 6750) that says what is wrong with the token.
     *
     * @example Bearer realm="frontdesk", error="invalid_token"
     */
    WwwAuthenticate: string
    /**
     * Seconds to wait before the next attempt.
     *
     * @example 2
     */
    RetryAfter: number
    /**
     * How many requests a person may send in the window of their quota. Missing where there is no quota.
     *
     * @example 200
     */
    'RateLimit-Limit': number
    /**
     * How many of them are left.
     *
     * @example 187
     */
    'RateLimit-Remaining': number
    /**
     * In how many seconds the next window begins, with the whole quota.
     *
     * @example 41200
     */
    'RateLimit-Reset': number
    /**
     * The item's version (strong), for `If-Match` and `If-None-Match`.
     *
     * @example "mfx2k1a8-1"
     */
    ETag: string
    /**
     * `true` when this answer repeats an earlier one.
     *
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
         * Only cases in this status.
         *
         * @example open
         */
        status?: components['schemas']['CaseStatus'] | undefined
        /**
         * How many items a page holds at most.
         *
         * @default 25
         * @example 25
         */
        limit?: components['parameters']['Limit'] | undefined
        /** Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and filter. */
        cursor?: components['parameters']['Cursor'] | undefined
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of cases. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "cases": [
           *     {
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
           *   ],
           *   "nextCursor": "eyJ2IjoxfQ.c2FtcGxl"
           * }
           * ```
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
         * Makes a repeat safe. The same key with the same body answers the original 201 with `Idempotent-Replayed:
         * true`; with another body 422. The key belongs to the caller and the operation, and is free again when the
         * item is deleted.
         *
         * @example 3a0c7f5e-kiosk-a4
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'] | undefined
      }
      path?: never
      cookie?: never
    }
    /** What the case is about. */
    requestBody: {
      content: {
        'application/json': components['schemas']['CaseInput']
      }
    }
    responses: {
      /** The case was created, or had been by the same request before. */
      201: {
        headers: {
          /**
           * The item's version (strong), for `If-Match` and `If-None-Match`.
           *
           * @example "mfx2k1a8-1"
           */
          ETag: string
          /**
           * Path of the new item.
           *
           * @example /cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
           */
          Location: string
          /**
           * `true` when this answer repeats an earlier one.
           *
           * @example true
           */
          'Idempotent-Replayed'?: 'true'
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "caseId": "0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10",
           *   "description": "The kiosk at gate A4 does not print tickets.",
           *   "status": "open",
           *   "metadata": {
           *     "site": "A4",
           *     "priority": "high"
           *   },
           *   "createdAt": "2026-11-20T09:30:00.000Z",
           *   "updatedAt": "2026-11-20T09:30:00.000Z"
           * }
           * ```
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
        /** Answer 304 without a body if the item is still as this ETag says. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'] | undefined
      }
      path: {
        /**
         * Id of the case, as `listCases` gives it.
         *
         * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
         */
        caseId: components['parameters']['CaseIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The case. */
      200: {
        headers: {
          /**
           * The item's version (strong), for `If-Match` and `If-None-Match`.
           *
           * @example "mfx2k1a8-1"
           */
          ETag: string
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "caseId": "0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10",
           *   "description": "The kiosk at gate A4 does not print tickets.",
           *   "status": "open",
           *   "metadata": {
           *     "site": "A4",
           *     "priority": "high"
           *   },
           *   "createdAt": "2026-11-20T09:30:00.000Z",
           *   "updatedAt": "2026-11-20T09:30:00.000Z"
           * }
           * ```
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
        /** Do it only if the item is still as this ETag says; otherwise 412. `*` means any version. */
        'If-Match'?: components['parameters']['IfMatch'] | undefined
      }
      path: {
        /**
         * Id of the case, as `listCases` gives it.
         *
         * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
         */
        caseId: components['parameters']['CaseIdInPath']
      }
      cookie?: never
    }
    /** The members to change, at least one. */
    requestBody: {
      content: {
        'application/json': components['schemas']['CasePatch']
      }
    }
    responses: {
      /** The case as it is now. */
      200: {
        headers: {
          /**
           * The item's version (strong), for `If-Match` and `If-None-Match`.
           *
           * @example "mfx2k1a8-1"
           */
          ETag: string
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "caseId": "0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10",
           *   "description": "The kiosk at gate A4 does not print tickets.",
           *   "status": "resolved",
           *   "metadata": {
           *     "site": "A4",
           *     "priority": "high"
           *   },
           *   "createdAt": "2026-11-20T09:30:00.000Z",
           *   "updatedAt": "2026-11-20T11:02:41.215Z"
           * }
           * ```
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
         * Name of the file, at most 255 bytes in UTF-8. It has no slashes, backslashes, control characters, line or
         * paragraph separators, and no invisible characters that change the direction of text. A name is made up when
         * it is left out.
         *
         * @example receipt.pdf
         */
        fileName?: string | undefined
        /**
         * Media type of the file with its parameters (RFC 9110), as a browser names it: `video/webm;codecs=vp8,opus`.
         *
         * @default application/octet-stream
         * @example application/pdf
         */
        contentType?: string | undefined
        /**
         * Length of the file in bytes, at most 100 MiB. Give it unless you cannot know it.
         *
         * @example 48213
         */
        contentLength?: number | undefined
      }
      header?: never
      path: {
        /**
         * Id of the case, as `listCases` gives it.
         *
         * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
         */
        caseId: components['parameters']['CaseIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Where and how to send the file. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "uploadUrl": "https://frontdesk-case-files.s3.us-east-1.amazonaws.com/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10/5f0c8a52-7d5e-4a3b-9a76-1b3f0b8c2d11/receipt.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=900",
           *   "method": "PUT",
           *   "headers": {
           *     "content-type": "application/pdf",
           *     "if-none-match": "*"
           *   },
           *   "key": "cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10/5f0c8a52-7d5e-4a3b-9a76-1b3f0b8c2d11/receipt.pdf",
           *   "expiresAt": "2026-11-20T09:45:00.000Z"
           * }
           * ```
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
         * How many files a page holds at most.
         *
         * @default 25
         * @example 25
         */
        limit?: number | undefined
        /** Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and filter. */
        cursor?: components['parameters']['Cursor'] | undefined
      }
      header?: never
      path: {
        /**
         * Id of the case, as `listCases` gives it.
         *
         * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
         */
        caseId: components['parameters']['CaseIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of files. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "files": [
           *     {
           *       "key": "cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10/5f0c8a52-7d5e-4a3b-9a76-1b3f0b8c2d11/receipt.pdf",
           *       "fileName": "receipt.pdf",
           *       "size": 48213,
           *       "contentType": "application/pdf",
           *       "lastModified": "2026-11-20T09:31:12.000Z",
           *       "downloadUrl": "https://frontdesk-case-files.s3.us-east-1.amazonaws.com/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10/5f0c8a52-7d5e-4a3b-9a76-1b3f0b8c2d11/receipt.pdf?response-content-disposition=attachment&response-content-encoding=identity&X-Amz-Expires=900"
           *     }
           *   ]
           * }
           * ```
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
         * Only events in this status.
         *
         * @example scheduled
         */
        status?: components['schemas']['EventStatus'] | undefined
        /**
         * How many items a page holds at most.
         *
         * @default 25
         * @example 25
         */
        limit?: components['parameters']['Limit'] | undefined
        /** Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and filter. */
        cursor?: components['parameters']['Cursor'] | undefined
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of events. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "events": [
           *     {
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
           *   ],
           *   "nextCursor": "eyJ2IjoxfQ.c2FtcGxl"
           * }
           * ```
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
         * Makes a repeat safe. The same key with the same body answers the original 201 with `Idempotent-Replayed:
         * true`; with another body 422. The key belongs to the caller and the operation, and is free again when the
         * item is deleted.
         *
         * @example 3a0c7f5e-kiosk-a4
         */
        'Idempotency-Key'?: components['parameters']['IdempotencyKey'] | undefined
      }
      path?: never
      cookie?: never
    }
    /** What is held, when, where, and by whom. */
    requestBody: {
      content: {
        'application/json': components['schemas']['EventInput']
      }
    }
    responses: {
      /** The event was created, or had been by the same request before. */
      201: {
        headers: {
          /**
           * The item's version (strong), for `If-Match` and `If-None-Match`.
           *
           * @example "mfx2k1a8-1"
           */
          ETag: string
          /**
           * Path of the new event.
           *
           * @example /events/b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80
           */
          Location: string
          /**
           * `true` when this answer repeats an earlier one.
           *
           * @example true
           */
          'Idempotent-Replayed'?: 'true'
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "eventId": "b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80",
           *   "title": "Open house",
           *   "description": "Doors open at nine. Tours of the workshop on the hour.",
           *   "date": "2027-03-12",
           *   "location": "Hall 2, Harbour Street 14",
           *   "capacity": 120,
           *   "organizer": "Visitor services",
           *   "status": "scheduled",
           *   "createdAt": "2026-11-20T09:30:00.000Z",
           *   "updatedAt": "2026-11-20T09:30:00.000Z"
           * }
           * ```
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
        /** Answer 304 without a body if the item is still as this ETag says. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'] | undefined
      }
      path: {
        /**
         * Id of the event, as `listEvents` gives it.
         *
         * @example b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80
         */
        eventId: components['parameters']['EventIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The event. */
      200: {
        headers: {
          /**
           * The item's version (strong), for `If-Match` and `If-None-Match`.
           *
           * @example "mfx2k1a8-1"
           */
          ETag: string
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "eventId": "b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80",
           *   "title": "Open house",
           *   "description": "Doors open at nine. Tours of the workshop on the hour.",
           *   "date": "2027-03-12",
           *   "location": "Hall 2, Harbour Street 14",
           *   "capacity": 120,
           *   "organizer": "Visitor services",
           *   "status": "scheduled",
           *   "createdAt": "2026-11-20T09:30:00.000Z",
           *   "updatedAt": "2026-11-20T09:30:00.000Z"
           * }
           * ```
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
        /** Do it only if the item is still as this ETag says; otherwise 412. `*` means any version. */
        'If-Match'?: components['parameters']['IfMatch'] | undefined
      }
      path: {
        /**
         * Id of the event, as `listEvents` gives it.
         *
         * @example b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80
         */
        eventId: components['parameters']['EventIdInPath']
      }
      cookie?: never
    }
    /** The members to change, at least one. */
    requestBody: {
      content: {
        'application/json': components['schemas']['EventPatch']
      }
    }
    responses: {
      /** The event as it is now. */
      200: {
        headers: {
          /**
           * The item's version (strong), for `If-Match` and `If-None-Match`.
           *
           * @example "mfx2k1a8-1"
           */
          ETag: string
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "eventId": "b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80",
           *   "title": "Open house",
           *   "description": "Doors open at nine. Tours of the workshop on the hour.",
           *   "date": "2027-03-12",
           *   "location": "Hall 2, Harbour Street 14",
           *   "capacity": 120,
           *   "organizer": "Visitor services",
           *   "status": "cancelled",
           *   "createdAt": "2026-11-20T09:30:00.000Z",
           *   "updatedAt": "2026-11-20T11:02:41.215Z"
           * }
           * ```
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
        /** Do it only if the item is still as this ETag says; otherwise 412. `*` means any version. */
        'If-Match'?: components['parameters']['IfMatch'] | undefined
      }
      path: {
        /**
         * Id of the event, as `listEvents` gives it.
         *
         * @example b3a1f0c2-6d7e-4b58-9c1d-7e2f4a5b6c80
         */
        eventId: components['parameters']['EventIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The event was deleted. */
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
         * Only products in this category, spelled exactly so.
         *
         * @example kiosks
         */
        category?: components['schemas']['ProductCategory'] | undefined
        /**
         * How many items a page holds at most.
         *
         * @default 25
         * @example 25
         */
        limit?: components['parameters']['Limit'] | undefined
        /** Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and filter. */
        cursor?: components['parameters']['Cursor'] | undefined
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of products. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "products": [
           *     {
           *       "productId": "kiosk-stand-01",
           *       "category": "kiosks",
           *       "productName": "Kiosk stand, floor mounted",
           *       "description": "Powder-coated steel, 1.1 m high, with a cable duct.",
           *       "productPrice": 249.99,
           *       "stock": 40,
           *       "createdAt": "2026-11-20T09:30:00.000Z",
           *       "updatedAt": "2026-11-20T09:30:00.000Z"
           *     }
           *   ],
           *   "nextCursor": "eyJ2IjoxfQ.c2FtcGxl"
           * }
           * ```
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
    /** The product, with its id. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ProductInput']
      }
    }
    responses: {
      /** The product was created, or had been by the same request before. */
      201: {
        headers: {
          /**
           * The item's version (strong), for `If-Match` and `If-None-Match`.
           *
           * @example "mfx2k1a8-1"
           */
          ETag: string
          /**
           * Path of the new product.
           *
           * @example /products/kiosk-stand-04
           */
          Location: string
          /**
           * `true` when this answer repeats an earlier one.
           *
           * @example true
           */
          'Idempotent-Replayed'?: 'true'
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "productId": "kiosk-stand-04",
           *   "category": "kiosks",
           *   "productName": "Kiosk stand, outdoor",
           *   "description": "Galvanised steel with a rain hood, 1.3 m high.",
           *   "productPrice": 419.95,
           *   "stock": 12,
           *   "createdAt": "2026-11-20T10:05:00.000Z",
           *   "updatedAt": "2026-11-20T10:05:00.000Z"
           * }
           * ```
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
        /** Answer 304 without a body if the item is still as this ETag says. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'] | undefined
      }
      path: {
        /**
         * Id of the product, as `listProducts` gives it.
         *
         * @example kiosk-stand-01
         */
        productId: components['parameters']['ProductIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The product. */
      200: {
        headers: {
          /**
           * The item's version (strong), for `If-Match` and `If-None-Match`.
           *
           * @example "mfx2k1a8-1"
           */
          ETag: string
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "productId": "kiosk-stand-01",
           *   "category": "kiosks",
           *   "productName": "Kiosk stand, floor mounted",
           *   "description": "Powder-coated steel, 1.1 m high, with a cable duct.",
           *   "productPrice": 249.99,
           *   "stock": 40,
           *   "createdAt": "2026-11-20T09:30:00.000Z",
           *   "updatedAt": "2026-11-20T09:30:00.000Z"
           * }
           * ```
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
        /** Do it only if the item is still as this ETag says; otherwise 412. `*` means any version. */
        'If-Match'?: components['parameters']['IfMatch'] | undefined
      }
      path: {
        /**
         * Id of the product, as `listProducts` gives it.
         *
         * @example kiosk-stand-01
         */
        productId: components['parameters']['ProductIdInPath']
      }
      cookie?: never
    }
    /** The members to change, at least one. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ProductPatch']
      }
    }
    responses: {
      /** The product as it is now. */
      200: {
        headers: {
          /**
           * The item's version (strong), for `If-Match` and `If-None-Match`.
           *
           * @example "mfx2k1a8-1"
           */
          ETag: string
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "productId": "kiosk-stand-01",
           *   "category": "kiosks",
           *   "productName": "Kiosk stand, floor mounted",
           *   "description": "Powder-coated steel, 1.1 m high, with a cable duct.",
           *   "productPrice": 249.99,
           *   "stock": 65,
           *   "createdAt": "2026-11-20T09:30:00.000Z",
           *   "updatedAt": "2026-11-20T11:02:41.215Z"
           * }
           * ```
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
        /** Do it only if the item is still as this ETag says; otherwise 412. `*` means any version. */
        'If-Match'?: components['parameters']['IfMatch'] | undefined
      }
      path: {
        /**
         * Id of the product, as `listProducts` gives it.
         *
         * @example kiosk-stand-01
         */
        productId: components['parameters']['ProductIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The product was deleted. */
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
         * Id of the customer.
         *
         * @example c-1042
         */
        id: components['parameters']['CustomerIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Whether the customer exists. */
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
         * Id of the customer.
         *
         * @example c-1042
         */
        id: components['parameters']['CustomerIdInPath']
      }
      cookie?: never
    }
    /** Nothing; a customer has no content but its id. */
    requestBody?: {
      content: {
        /** @example {} */
        'application/json': components['schemas']['CustomerInput']
      }
    }
    responses: {
      /** The customer was there already. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "id": "c-1042",
           *   "exists": true
           * }
           * ```
           */
          'application/json': components['schemas']['RegisteredCustomer']
        }
      }
      /** The customer is new. */
      201: {
        headers: {
          /**
           * Path of the new customer.
           *
           * @example /customers/c-1042
           */
          Location: string
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "id": "c-1042",
           *   "exists": true
           * }
           * ```
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
         * Id of the customer.
         *
         * @example c-1042
         */
        id: components['parameters']['CustomerIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The customer does not exist any more, or never did. */
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
         * Makes a repeat safe. The same key with the same body answers 202 with the same execution and
         * `Idempotent-Replayed: true`; with another body 422. The key belongs to the API key and the operation, and is
         * free again 90 days after the execution has stopped.
         *
         * @example import-2026-11-20-c-1042
         */
        'Idempotency-Key'?: components['parameters']['SubmitKey'] | undefined
      }
      path?: never
      cookie?: never
    }
    /** Which customer the execution is about. */
    requestBody: {
      content: {
        /**
         * @example
         * ```json
         * {
         *   "id": "c-1042"
         * }
         * ```
         */
        'application/json': components['schemas']['WorkflowInput']
      }
    }
    responses: {
      /** The execution was started, or had been by the same request before. */
      202: {
        headers: {
          /**
           * Path of the execution.
           *
           * @example /workflow/executions/8d1f6a34-52c0-4e7b-9a0f-3c6b1d2e4f57
           */
          Location: string
          /**
           * `true` when this answer repeats an earlier one.
           *
           * @example true
           */
          'Idempotent-Replayed'?: 'true'
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "executionId": "8d1f6a34-52c0-4e7b-9a0f-3c6b1d2e4f57",
           *   "status": "running"
           * }
           * ```
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
         * Id of the execution. An id that no execution can have is a 404, as an unknown id is.
         *
         * @example 8d1f6a34-52c0-4e7b-9a0f-3c6b1d2e4f57
         */
        executionId: components['parameters']['ExecutionIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The execution. `Retry-After` is there while it is running. */
      200: {
        headers: {
          /**
           * Seconds to wait before the next attempt.
           *
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
    /** The message, and the conversation that it belongs to. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ChatInput']
      }
    }
    responses: {
      /** What the assistant replied. */
      200: {
        headers: {
          /**
           * How many requests a person may send in the window of their quota. Missing where there is no quota.
           *
           * @example 200
           */
          'RateLimit-Limit'?: number
          /**
           * How many of them are left.
           *
           * @example 187
           */
          'RateLimit-Remaining'?: number
          /**
           * In how many seconds the next window begins, with the whole quota.
           *
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
    /** The message, and the conversation that it belongs to. */
    requestBody: {
      content: {
        'application/json': components['schemas']['ChatInput']
      }
    }
    responses: {
      /** The events of the answer, in their order. */
      200: {
        headers: {
          /**
           * How many requests a person may send in the window of their quota. Missing where there is no quota.
           *
           * @example 200
           */
          'RateLimit-Limit'?: number
          /**
           * How many of them are left.
           *
           * @example 187
           */
          'RateLimit-Remaining'?: number
          /**
           * In how many seconds the next window begins, with the whole quota.
           *
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
    /** One message. */
    requestBody: {
      content: {
        /**
         * @example
         * ```json
         * {
         *   "jsonrpc": "2.0",
         *   "id": 7,
         *   "method": "tools/call",
         *   "params": {
         *     "name": "getStatus",
         *     "arguments": {}
         *   }
         * }
         * ```
         */
        'application/json': components['schemas']['McpRequest']
      }
    }
    responses: {
      /** The answer to the message. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "jsonrpc": "2.0",
           *   "id": 7,
           *   "result": {
           *     "content": [
           *       {
           *         "type": "text",
           *         "text": "{\"status\":\"ok\"}"
           *       }
           *     ],
           *     "structuredContent": {
           *       "status": "ok"
           *     }
           *   }
           * }
           * ```
           */
          'application/json': components['schemas']['McpResponse']
        }
      }
      /** The message was a notification, which has no answer. */
      202: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** The request is not a message that the service accepts. */
      400: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "jsonrpc": "2.0",
           *   "error": {
           *     "code": -32700,
           *     "message": "The body must be JSON in UTF-8."
           *   }
           * }
           * ```
           */
          'application/json': components['schemas']['McpResponse']
          /**
           * @example
           * ```json
           * {
           *   "type": "/docs/problems/invalid-request",
           *   "title": "Invalid request",
           *   "status": 400,
           *   "detail": "The request does not match the contract: limit is unknown here.",
           *   "instance": "/mcp",
           *   "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
           *   "errors": [
           *     {
           *       "parameter": "limit",
           *       "detail": "is unknown here"
           *     }
           *   ],
           *   "error": "Invalid request",
           *   "message": "The request does not match the contract: limit is unknown here."
           * }
           * ```
           */
          'application/problem+json': components['schemas']['Problem']
        }
      }
      401: components['responses']['Unauthenticated']
      /** The token lacks the scope of the tool, or the origin is not allowed. */
      403: {
        headers: {
          /**
           * The scope that is missing. Absent when the origin is not allowed.
           *
           * @example Bearer realm="frontdesk", error="insufficient_scope", scope="frontdesk/write"
           */
          'WWW-Authenticate'?: string
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "type": "/docs/problems/insufficient-scope",
           *   "title": "Insufficient scope",
           *   "status": 403,
           *   "detail": "This operation needs the scope frontdesk/write.",
           *   "instance": "/mcp",
           *   "requestId": "7f3c1c1e-5a6f-4c55-9f0e-0f5b6d4e2a11",
           *   "error": "Insufficient scope",
           *   "message": "This operation needs the scope frontdesk/write."
           * }
           * ```
           */
          'application/problem+json': components['schemas']['Problem']
        }
      }
      /** The service does not have the method of the message. */
      404: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "jsonrpc": "2.0",
           *   "id": 7,
           *   "error": {
           *     "code": -32601,
           *     "message": "There is no method prompts/list."
           *   }
           * }
           * ```
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
      /** The metadata. */
      200: {
        headers: {
          /**
           * How long the document may be kept.
           *
           * @example public, max-age=3600
           */
          'Cache-Control': string
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "resource": "https://api.frontdesk.example/mcp",
           *   "authorization_servers": [
           *     "https://api.frontdesk.example"
           *   ],
           *   "scopes_supported": [
           *     "frontdesk/read",
           *     "frontdesk/write"
           *   ],
           *   "bearer_methods_supported": [
           *     "header"
           *   ],
           *   "resource_name": "Frontdesk"
           * }
           * ```
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
      /** The metadata. */
      200: {
        headers: {
          /**
           * How long the document may be kept.
           *
           * @example public, max-age=3600
           */
          'Cache-Control': string
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "resource": "https://api.frontdesk.example/mcp",
           *   "authorization_servers": [
           *     "https://api.frontdesk.example"
           *   ],
           *   "scopes_supported": [
           *     "frontdesk/read",
           *     "frontdesk/write"
           *   ],
           *   "bearer_methods_supported": [
           *     "header"
           *   ],
           *   "resource_name": "Frontdesk"
           * }
           * ```
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
      /** The metadata. */
      200: {
        headers: {
          /**
           * How long the document may be kept.
           *
           * @example public, max-age=3600
           */
          'Cache-Control': string
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "issuer": "https://api.frontdesk.example",
           *   "authorization_endpoint": "https://auth.frontdesk.example/oauth2/authorize",
           *   "token_endpoint": "https://auth.frontdesk.example/oauth2/token",
           *   "revocation_endpoint": "https://auth.frontdesk.example/oauth2/revoke",
           *   "jwks_uri": "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Frontdesk/.well-known/jwks.json",
           *   "response_types_supported": [
           *     "code"
           *   ],
           *   "grant_types_supported": [
           *     "authorization_code",
           *     "refresh_token"
           *   ],
           *   "code_challenge_methods_supported": [
           *     "S256"
           *   ],
           *   "token_endpoint_auth_methods_supported": [
           *     "none",
           *     "client_secret_basic",
           *     "client_secret_post"
           *   ],
           *   "scopes_supported": [
           *     "frontdesk/read",
           *     "frontdesk/write"
           *   ]
           * }
           * ```
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
      /** The sample users. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "users": [
           *     {
           *       "userId": "u-0001",
           *       "name": "Amara Okafor",
           *       "email": "amara.okafor@example.com",
           *       "roles": [
           *         "admin"
           *       ],
           *       "createdAt": "2025-01-06T07:05:19.054Z"
           *     },
           *     {
           *       "userId": "u-0002",
           *       "name": "Lukas Brandt",
           *       "email": "lukas.brandt@example.com",
           *       "roles": [
           *         "admin",
           *         "agent"
           *       ],
           *       "createdAt": "2025-01-06T15:45:22.590Z"
           *     }
           *   ]
           * }
           * ```
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
      /** The sample orders. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "orders": [
           *     {
           *       "orderId": "o-0002",
           *       "userId": "u-0007",
           *       "status": "delivered",
           *       "items": [
           *         {
           *           "productId": "pen-ball-blue-50",
           *           "productName": "Ballpoint pen, blue, pack of 50",
           *           "quantity": 20,
           *           "unitPrice": 11.9
           *         },
           *         {
           *           "productId": "water-dispenser-01",
           *           "productName": "Water dispenser, 18 l",
           *           "quantity": 4,
           *           "unitPrice": 94.5
           *         }
           *       ],
           *       "total": 616,
           *       "currency": "EUR",
           *       "createdAt": "2025-06-13T16:00:27.279Z"
           *     }
           *   ]
           * }
           * ```
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
      /** The service is up. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "status": "ok",
           *   "timestamp": "2026-11-20T09:30:00.000Z",
           *   "version": "0.1.0",
           *   "service": "frontdesk",
           *   "environment": "dev",
           *   "user": "alice"
           * }
           * ```
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
        /** Answer 304 without a body if the item is still as this ETag says. */
        'If-None-Match'?: components['parameters']['IfNoneMatch'] | undefined
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The OpenAPI 3.0.3 document. */
      200: {
        headers: {
          /**
           * The item's version (strong), for `If-Match` and `If-None-Match`.
           *
           * @example "mfx2k1a8-1"
           */
          ETag: string
          [name: string]: unknown
        }
        content: {
          /**
           * @example
           * ```json
           * {
           *   "openapi": "3.0.3",
           *   "info": {
           *     "title": "Frontdesk",
           *     "version": "0.1.0"
           *   },
           *   "paths": {}
           * }
           * ```
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
