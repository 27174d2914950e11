// Generated from spec/ by `npm run generate`. Do not edit.

import type { ValidateFunction } from 'ajv'

export declare const listUsersParams: ValidateFunction
export declare const listUsersAnswer: ValidateFunction
export declare const listOrdersParams: ValidateFunction
export declare const listOrdersAnswer: ValidateFunction
