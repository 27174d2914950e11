// Generated from spec/ by `npm run generate`. Do not edit.

import type { ValidateFunction } from 'ajv'

export declare const mcp: { params: ValidateFunction }
export declare const getProtectedResource: { params: ValidateFunction }
export declare const getMcpProtectedResource: { params: ValidateFunction }
export declare const getAuthorizationServer: { params: ValidateFunction }
