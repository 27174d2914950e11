// Generated from spec/ by `npm run generate`. Do not edit.

import type { ValidateFunction } from 'ajv'

export declare const listCases: { params: ValidateFunction; fillParams: (request: object) => void }
export declare const createCase: { params: ValidateFunction; body: ValidateFunction }
export declare const getCase: { params: ValidateFunction; answer: ValidateFunction }
export declare const updateCase: { params: ValidateFunction; body: ValidateFunction }
export declare const getCaseUploadUrl: { params: ValidateFunction; fillParams: (request: object) => void }
export declare const listCaseFiles: { params: ValidateFunction; fillParams: (request: object) => void }
