// The items that the emulator of DynamoDB answers with, one for each table, as DynamoDB writes them.
import { marshall } from '@aws-sdk/util-dynamodb'
import { parcel, parcelId } from './api.ts'

export const caseId = '0b7c4a3e-5d1f-4c27-9a75-1f0e2d3c4b5a'

const createdAt = '2027-05-08T09:30:00.000Z'

const ofCase = {
  caseId,
  description: 'The kiosk at gate A4 does not print. It says that its drum is worn out, and we have a spare one.',
  status: 'open',
  metadata: { site: 'A4', floor: '2', city: 'Utrecht', priority: 'low' },
  createdAt,
  updatedAt: createdAt,
  incarnation: 'k3J9x0Qb',
  version: 1,
  requestHash: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
  listKey: 'case#0',
  filterKey: 'case#open#0',
  sortKey: `${createdAt}#${caseId}`,
}

/** Of the same number of bytes within a few percent. */
export const stored: Record<string, object> = {
  parcels: marshall({ id: parcelId, ...parcel, description: ofCase.description, requestHash: ofCase.requestHash }),
  cases: marshall(ofCase),
}
