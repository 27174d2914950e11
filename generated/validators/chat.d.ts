// Generated from spec/ by `npm run generate`. Do not edit.

import type { ValidateFunction } from 'ajv'

export declare const chat: { params: ValidateFunction; body: ValidateFunction }
export declare const chatStream: { params: ValidateFunction; body: ValidateFunction }
