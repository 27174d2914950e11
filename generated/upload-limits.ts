// Generated from spec/ by `npm run generate`. Do not edit.

/** The largest file in bytes, by the operation that presigns its upload. */
export const uploadLimits = {
  getCaseUploadUrl: 104857600,
} as const
