// Generated from spec/ by `npm run generate`. Do not edit.

import type { ValidateFunction } from 'ajv'

export declare const submitWorkflowParams: ValidateFunction
export declare const submitWorkflowBody: ValidateFunction
export declare const getWorkflowExecutionParams: ValidateFunction
