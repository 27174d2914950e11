// Generated from spec/ by `npm run generate`. Do not edit.

import type { ValidateFunction } from 'ajv'

export declare const listCasesParams: ValidateFunction
export declare const createCaseParams: ValidateFunction
export declare const createCaseBody: ValidateFunction
export declare const getCaseParams: ValidateFunction
export declare const updateCaseParams: ValidateFunction
export declare const updateCaseBody: ValidateFunction
export declare const getCaseUploadUrlParams: ValidateFunction
export declare const listCaseFilesParams: ValidateFunction
