// Generated from spec/ by `npm run generate`. Do not edit.

import type { ValidateFunction } from 'ajv'

export declare const listProducts: { params: ValidateFunction; fillParams: (request: object) => void }
export declare const createProduct: { params: ValidateFunction; body: ValidateFunction }
export declare const getProduct: { params: ValidateFunction; answer: ValidateFunction }
export declare const updateProduct: { params: ValidateFunction; body: ValidateFunction }
export declare const deleteProduct: { params: ValidateFunction }
