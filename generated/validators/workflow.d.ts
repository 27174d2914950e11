// Generated from spec/ by `npm run generate`. Do not edit.

import type { ValidateFunction } from 'ajv'

export declare const submitWorkflow: { params: ValidateFunction; body: ValidateFunction }
export declare const getWorkflowExecution: { params: ValidateFunction }
