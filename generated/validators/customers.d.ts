// Generated from spec/ by `npm run generate`. Do not edit.

import type { ValidateFunction } from 'ajv'

export declare const getCustomerParams: ValidateFunction
export declare const putCustomerParams: ValidateFunction
export declare const putCustomerBody: ValidateFunction
export declare const deleteCustomerParams: ValidateFunction
