// Generated from spec/ by `npm run generate`. Do not edit.

import type { ValidateFunction } from 'ajv'

export declare const getStatus: { params: ValidateFunction }
export declare const getOpenApi: { params: ValidateFunction }
