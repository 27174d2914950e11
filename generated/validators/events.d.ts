// Generated from spec/ by `npm run generate`. Do not edit.

import type { ValidateFunction } from 'ajv'

export declare const listEvents: { params: ValidateFunction; fillParams: (request: object) => void }
export declare const createEvent: { params: ValidateFunction; body: ValidateFunction }
export declare const getEvent: { params: ValidateFunction; answer: ValidateFunction }
export declare const updateEvent: { params: ValidateFunction; body: ValidateFunction }
export declare const deleteEvent: { params: ValidateFunction }
