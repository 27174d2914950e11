export interface paths {
    "/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List cases
         * @description Lists cases, newest first, all of them or those in one status.
         */
        get: operations["listCases"];
        put?: never;
        /**
         * Create a case
         * @description Creates a case in status `open` and returns it with its id.
         */
        post: operations["createCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{caseId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the case.
                 * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
                 */
                caseId: components["parameters"]["CaseId"];
            };
            cookie?: never;
        };
        /**
         * Get a case
         * @description Returns one case by its id.
         */
        get: operations["getCase"];
        /**
         * Update a case
         * @description Changes the given members of a case and leaves the others. `metadata` is replaced as a whole.
         */
        put: operations["updateCase"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{caseId}/upload": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the case.
                 * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
                 */
                caseId: components["parameters"]["CaseId"];
            };
            cookie?: never;
        };
        /**
         * Get an upload URL for a case
         * @description Returns a URL, valid for 15 minutes, to which one file is sent by PUT with the headers that the answer names. The URL enforces the content type, and the length where one was given.
         */
        get: operations["getCaseUploadUrl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cases/{caseId}/files": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description Id of the case.
                 * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
                 */
                caseId: components["parameters"]["CaseId"];
            };
            cookie?: never;
        };
        /**
         * List a case's files
         * @description Lists the files that have been uploaded to a case, each with a download URL that is valid for 15 minutes.
         */
        get: operations["listCaseFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the service's status
         * @description Says that the service is up, which version runs in which environment, and who is asking.
         */
        get: operations["getStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the contract
         * @description Returns the bundled OpenAPI document that this service was built from.
         */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description How far the case has come.
         * @enum {string}
         */
        CaseStatus: "open" | "in_progress" | "resolved" | "closed";
        /**
         * Format: uuid
         * @description Id of the case, a UUID in lower case.
         */
        CaseId: string;
        /** @description What the case is about, 1 to 8,000 characters. */
        CaseDescription: string;
        /**
         * @description Facts about the case as text, at most 50 of at most 1,024 characters each.
         * @example {
         *       "site": "A4",
         *       "priority": "high"
         *     }
         */
        CaseMetadata: {
            [key: string]: string;
        };
        /** @description A request that someone has to work on. */
        Case: {
            caseId: components["schemas"]["CaseId"];
            description: components["schemas"]["CaseDescription"];
            status: components["schemas"]["CaseStatus"];
            metadata?: components["schemas"]["CaseMetadata"];
            /**
             * Format: date-time
             * @description When the case was created (RFC 3339, UTC, milliseconds).
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When the case was last changed (RFC 3339, UTC, milliseconds).
             */
            updatedAt: string;
        };
        /** @description Where the next page begins. Absent on the last page. */
        NextCursor: string;
        /** @description A page of cases. */
        CaseList: {
            /** @description The cases, newest first. */
            cases: components["schemas"]["Case"][];
            nextCursor?: components["schemas"]["NextCursor"];
        };
        /** @description Problem details (RFC 9457). `error` and `message` repeat `title` and `detail` for clients that were written before problem details were. */
        Problem: {
            /**
             * Format: uri-reference
             * @description The kind of problem, a reference to its documentation.
             */
            type: string;
            /** @description The kind of problem in words; the same for every occurrence. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What happened this time, and what helps. */
            detail: string;
            /**
             * Format: uri-reference
             * @description The path that was asked for.
             */
            instance: string;
            /** @description The request's id, also in `X-Request-Id`; quote it when asking for help. */
            requestId: string;
            /** @description For bad input, each place that is wrong. */
            errors?: {
                /** @description JSON Pointer (RFC 6901) into the request body. */
                pointer?: string;
                /** @description Name of the path, query or header parameter. */
                parameter?: string;
                /** @description What is wrong there. */
                detail: string;
            }[];
            /** @description The same as `title`. */
            error: string;
            /** @description The same as `detail`. */
            message: string;
        };
        /** @description What a new case is made of. */
        CaseInput: {
            description: components["schemas"]["CaseDescription"];
            metadata?: components["schemas"]["CaseMetadata"];
        };
        /** @description The members of a case to change. */
        CasePatch: {
            description?: components["schemas"]["CaseDescription"];
            status?: components["schemas"]["CaseStatus"];
            metadata?: components["schemas"]["CaseMetadata"];
        };
        /** @description Where and how to send a file. */
        CaseUpload: {
            /**
             * Format: uri
             * @description The presigned URL.
             */
            uploadUrl: string;
            /**
             * @description The HTTP method to use.
             * @enum {string}
             */
            method: "PUT";
            /** @description Headers to send with the file, exactly as given. Content-Length is not among them, every HTTP client sets it itself. */
            headers: {
                [key: string]: string;
            };
            /** @description Key of the file, as it appears in the list of the case's files. */
            key: string;
            /**
             * Format: date-time
             * @description When the URL stops working.
             */
            expiresAt: string;
        };
        /** @description A file that has been uploaded to a case. */
        CaseFile: {
            /** @description Key of the file. */
            key: string;
            /** @description Name of the file. */
            fileName: string;
            /** @description Length in bytes. */
            size: number;
            /** @description Media type of the file. */
            contentType: string;
            /**
             * Format: date-time
             * @description When the file was uploaded.
             */
            lastModified: string;
            /**
             * Format: uri
             * @description Presigned URL that returns the file as an attachment, valid for 15 minutes.
             */
            downloadUrl: string;
        };
        /** @description A page of files. */
        CaseFileList: {
            /** @description The files, by key. */
            files: components["schemas"]["CaseFile"][];
            nextCursor?: components["schemas"]["NextCursor"];
        };
        /** @description What the service says of itself. */
        Status: {
            /**
             * @description Always `ok`; a service that is not does not answer.
             * @enum {string}
             */
            status: "ok";
            /**
             * Format: date-time
             * @description The service's clock (RFC 3339, UTC).
             */
            timestamp: string;
            /** @description Version of the contract that runs. */
            version: string;
            /** @description Name of the service. */
            service: string;
            /** @description The stage, as dev, staging or prod. */
            environment: string;
            /** @description Who is asking: `cognito:username`, else `username`, else `client_id`. */
            user: string;
        };
        /** @description An OpenAPI 3.0.3 document. */
        OpenApiDocument: {
            /** @description Version of the OpenAPI Specification. */
            openapi: string;
            /** @description Title, version, description and licence of the API. */
            info: {
                [key: string]: unknown;
            };
            /** @description The operations by path and method. */
            paths: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
    };
    responses: {
        /** @description The request does not match the contract. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
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
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The token is missing or not accepted. */
        Unauthenticated: {
            headers: {
                /**
                 * @description The challenge (RFC 6750) that says what is wrong with the token.
                 * @example Bearer realm="frontdesk", error="invalid_token"
                 */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
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
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The access token lacks the operation's scope. */
        InsufficientScope: {
            headers: {
                /**
                 * @description The challenge (RFC 6750) that says what is wrong with the token.
                 * @example Bearer realm="frontdesk", error="invalid_token"
                 */
                "WWW-Authenticate"?: string;
                [name: string]: unknown;
            };
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
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A rate limit was met. */
        TooManyRequests: {
            headers: {
                /**
                 * @description Seconds to wait before the next attempt.
                 * @example 2
                 */
                "Retry-After"?: number;
                [name: string]: unknown;
            };
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
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The service failed. */
        InternalError: {
            headers: {
                [name: string]: unknown;
            };
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
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is larger than 256 KiB. */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
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
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is not sent as application/json. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
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
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The `Idempotency-Key` was used before with another body. */
        IdempotencyKeyReused: {
            headers: {
                [name: string]: unknown;
            };
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
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The item is still as `If-None-Match` says; there is no body. */
        NotModified: {
            headers: {
                /**
                 * @description The item's version (strong), for `If-Match` and `If-None-Match`.
                 * @example "mfx2k1a8-1"
                 */
                ETag: string;
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description There is no item with this id. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
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
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The item has changed since the ETag in `If-Match` was read. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
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
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description How many items a page holds at most.
         * @example 25
         */
        Limit: number;
        /** @description Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and filter. */
        Cursor: string;
        /**
         * @description Makes a repeat safe. The same key with the same body answers the original 201 with `Idempotent-Replayed: true`; with another body 422. The key belongs to the caller and the operation, and is free again when the item is deleted.
         * @example 3a0c7f5e-kiosk-a4
         */
        IdempotencyKey: string;
        /**
         * @description Id of the case.
         * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
         */
        CaseId: components["schemas"]["CaseId"];
        /** @description Answer 304 without a body if the item is still as this ETag says. */
        IfNoneMatch: string;
        /** @description Do it only if the item is still as this ETag says; otherwise 412. `*` means any version. */
        IfMatch: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description The challenge (RFC 6750) that says what is wrong with the token.
         * @example Bearer realm="frontdesk", error="invalid_token"
         */
        WwwAuthenticate: string;
        /**
         * @description Seconds to wait before the next attempt.
         * @example 2
         */
        RetryAfter: number;
        /**
         * @description The item's version (strong), for `If-Match` and `If-None-Match`.
         * @example "mfx2k1a8-1"
         */
        ETag: string;
        /**
         * @description Path of the new item.
         * @example /cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
         */
        Location: string;
        /**
         * @description `true` when this answer repeats an earlier one.
         * @example true
         */
        IdempotentReplayed: "true";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listCases: {
        parameters: {
            query?: {
                /**
                 * @description Only cases in this status.
                 * @example open
                 */
                status?: components["schemas"]["CaseStatus"];
                /**
                 * @description How many items a page holds at most.
                 * @example 25
                 */
                limit?: components["parameters"]["Limit"];
                /** @description Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and filter. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of cases. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
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
                    "application/json": components["schemas"]["CaseList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScope"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    createCase: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Makes a repeat safe. The same key with the same body answers the original 201 with `Idempotent-Replayed: true`; with another body 422. The key belongs to the caller and the operation, and is free again when the item is deleted.
                 * @example 3a0c7f5e-kiosk-a4
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        /** @description What the case is about. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CaseInput"];
            };
        };
        responses: {
            /** @description The case was created, or had been by the same request before. */
            201: {
                headers: {
                    /**
                     * @description The item's version (strong), for `If-Match` and `If-None-Match`.
                     * @example "mfx2k1a8-1"
                     */
                    ETag: string;
                    /**
                     * @description Path of the new item.
                     * @example /cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
                     */
                    Location: string;
                    /**
                     * @description `true` when this answer repeats an earlier one.
                     * @example true
                     */
                    "Idempotent-Replayed"?: "true";
                    [name: string]: unknown;
                };
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
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScope"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["IdempotencyKeyReused"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    getCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 without a body if the item is still as this ETag says. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /**
                 * @description Id of the case.
                 * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
                 */
                caseId: components["parameters"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case. */
            200: {
                headers: {
                    /**
                     * @description The item's version (strong), for `If-Match` and `If-None-Match`.
                     * @example "mfx2k1a8-1"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
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
                    "application/json": components["schemas"]["Case"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScope"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    updateCase: {
        parameters: {
            query?: never;
            header?: {
                /** @description Do it only if the item is still as this ETag says; otherwise 412. `*` means any version. */
                "If-Match"?: components["parameters"]["IfMatch"];
            };
            path: {
                /**
                 * @description Id of the case.
                 * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
                 */
                caseId: components["parameters"]["CaseId"];
            };
            cookie?: never;
        };
        /** @description The members to change, at least one. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CasePatch"];
            };
        };
        responses: {
            /** @description The case as it is now. */
            200: {
                headers: {
                    /**
                     * @description The item's version (strong), for `If-Match` and `If-None-Match`.
                     * @example "mfx2k1a8-1"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
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
                    "application/json": components["schemas"]["Case"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScope"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    getCaseUploadUrl: {
        parameters: {
            query?: {
                /**
                 * @description Name of the file, at most 255 bytes in UTF-8, without slashes, backslashes or control characters. A name is made up when it is left out.
                 * @example receipt.pdf
                 */
                fileName?: string;
                /**
                 * @description Media type of the file.
                 * @example application/pdf
                 */
                contentType?: string;
                /**
                 * @description Length of the file in bytes, at most 100 MiB. The URL limits no length when it is left out.
                 * @example 48213
                 */
                contentLength?: number;
            };
            header?: never;
            path: {
                /**
                 * @description Id of the case.
                 * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
                 */
                caseId: components["parameters"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where and how to send the file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "uploadUrl": "https://frontdesk-case-files.s3.us-east-1.amazonaws.com/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10/5f0c8a52-7d5e-4a3b-9a76-1b3f0b8c2d11/receipt.pdf?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Expires=900",
                     *       "method": "PUT",
                     *       "headers": {
                     *         "content-type": "application/pdf"
                     *       },
                     *       "key": "cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10/5f0c8a52-7d5e-4a3b-9a76-1b3f0b8c2d11/receipt.pdf",
                     *       "expiresAt": "2026-11-20T09:45:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CaseUpload"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScope"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    listCaseFiles: {
        parameters: {
            query?: {
                /**
                 * @description How many files a page holds at most.
                 * @example 25
                 */
                limit?: number;
                /** @description Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and filter. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /**
                 * @description Id of the case.
                 * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
                 */
                caseId: components["parameters"]["CaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of files. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
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
                     *           "downloadUrl": "https://frontdesk-case-files.s3.us-east-1.amazonaws.com/cases/0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10/5f0c8a52-7d5e-4a3b-9a76-1b3f0b8c2d11/receipt.pdf?response-content-disposition=attachment&X-Amz-Expires=900"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CaseFileList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScope"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    getStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service is up. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
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
                    "application/json": components["schemas"]["Status"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthenticated"];
            403: components["responses"]["InsufficientScope"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: {
                /** @description Answer 304 without a body if the item is still as this ETag says. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The OpenAPI 3.0.3 document. */
            200: {
                headers: {
                    /**
                     * @description The item's version (strong), for `If-Match` and `If-None-Match`.
                     * @example "mfx2k1a8-1"
                     */
                    ETag: string;
                    [name: string]: unknown;
                };
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
                    "application/json": components["schemas"]["OpenApiDocument"];
                };
            };
            304: components["responses"]["NotModified"];
            400: components["responses"]["BadRequest"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalError"];
        };
    };
}
