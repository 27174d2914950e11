// Generated from spec/ by `npm run generate`. Do not edit.

import type { ValidateFunction } from 'ajv'

export declare const listUsers: { params: ValidateFunction; answer: ValidateFunction }
export declare const listOrders: { params: ValidateFunction; answer: ValidateFunction }
