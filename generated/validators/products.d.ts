// Generated from spec/ by `npm run generate`. Do not edit.

import type { ValidateFunction } from 'ajv'

export declare const listProductsParams: ValidateFunction
export declare const createProductParams: ValidateFunction
export declare const createProductBody: ValidateFunction
export declare const getProductParams: ValidateFunction
export declare const updateProductParams: ValidateFunction
export declare const updateProductBody: ValidateFunction
export declare const deleteProductParams: ValidateFunction
