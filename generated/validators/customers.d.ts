// Generated from spec/ by `npm run generate`. Do not edit.

import type { ValidateFunction } from 'ajv'

export declare const getCustomer: { params: ValidateFunction }
export declare const putCustomer: { params: ValidateFunction; body: ValidateFunction }
export declare const deleteCustomer: { params: ValidateFunction }
