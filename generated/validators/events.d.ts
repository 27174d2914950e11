// Generated from spec/ by `npm run generate`. Do not edit.

import type { ValidateFunction } from 'ajv'

export declare const listEventsParams: ValidateFunction
export declare const createEventParams: ValidateFunction
export declare const createEventBody: ValidateFunction
export declare const getEventParams: ValidateFunction
export declare const updateEventParams: ValidateFunction
export declare const updateEventBody: ValidateFunction
export declare const deleteEventParams: ValidateFunction
