// Generated from spec/ by `npm run generate`. Do not edit.

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
    /**
     * How far the event has come.
     *
     * @enum {string}
     */
    EventStatus: 'scheduled' | 'ongoing' | 'completed' | 'cancelled'
    /** The category that the product belongs to, 1 to 64 characters, no control characters. */
    ProductCategory: string
  }
  responses: never
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  listCases: {
    parameters: {
      query: {
        /**
         * Only cases in this status.
         *
         * @example open
         */
        status?: components['schemas']['CaseStatus']
        /**
         * How many items a page holds at most.
         *
         * @example 25
         */
        limit: number
        /** Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and filter. */
        cursor?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: never
  }
  getCaseUploadUrl: {
    parameters: {
      query: {
        /**
         * Name of the file, at most 255 bytes in UTF-8. It has no slashes, backslashes, control characters, line or
         * paragraph separators, and no invisible characters that change the direction of text. A name is made up when
         * it is left out.
         *
         * @example receipt.pdf
         */
        fileName?: string
        /**
         * Media type of the file with its parameters (RFC 9110), as a browser names it: `video/webm;codecs=vp8,opus`.
         *
         * @example application/pdf
         */
        contentType: string
        /**
         * Length of the file in bytes, at most 100 MiB. Give it unless you cannot know it.
         *
         * @example 48213
         */
        contentLength?: number
      }
      header?: never
      path: {
        /**
         * Id of the case, as `listCases` gives it.
         *
         * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
         */
        caseId: components['schemas']['CaseId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: never
  }
  listCaseFiles: {
    parameters: {
      query: {
        /**
         * How many files a page holds at most.
         *
         * @example 25
         */
        limit: number
        /** Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and filter. */
        cursor?: string
      }
      header?: never
      path: {
        /**
         * Id of the case, as `listCases` gives it.
         *
         * @example 0d8b5c1e-3f7c-4f0e-8a43-2a9a5c9d6a10
         */
        caseId: components['schemas']['CaseId']
      }
      cookie?: never
    }
    requestBody?: never
    responses: never
  }
  listEvents: {
    parameters: {
      query: {
        /**
         * Only events in this status.
         *
         * @example scheduled
         */
        status?: components['schemas']['EventStatus']
        /**
         * How many items a page holds at most.
         *
         * @example 25
         */
        limit: number
        /** Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and filter. */
        cursor?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: never
  }
  listProducts: {
    parameters: {
      query: {
        /**
         * Only products in this category, spelled exactly so.
         *
         * @example kiosks
         */
        category?: components['schemas']['ProductCategory']
        /**
         * How many items a page holds at most.
         *
         * @example 25
         */
        limit: number
        /** Where the page begins; the `nextCursor` of the page before it. It belongs to this operation and filter. */
        cursor?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: never
  }
}
