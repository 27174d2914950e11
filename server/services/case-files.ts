// The files of cases: where they are in their bucket, and how large one may be.
import { uploadLimits } from '../../generated/upload-limits.ts'

/** All keys begin with it. */
export const keyPrefix = 'cases/'

/** The keys of one case's files begin with it. */
export const prefixOf = (caseId: string) => `${keyPrefix}${caseId}/`

const [limit = 100 * 2 ** 20] = Object.values<number>(uploadLimits)

/** Bytes. An upload whose length was not given can be larger: it is removed, and listed by nobody. */
export const largestFile = limit
