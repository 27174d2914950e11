// A front door with a capacity meter before its DynamoDB. Shared by the tests of server/.
import { startCapacityMeter } from './aws-calls.ts'
import { startDatabase } from './dynamodb.ts'
import { openFrontDoor } from './front-door.ts'

export type MeteredDoor = Awaited<ReturnType<typeof openMetered>>

export async function openMetered(
  environment: Record<string, string> = {},
  before?: (operation: string) => Promise<void>,
) {
  const dynamodb = await startDatabase()
  const meter = await startCapacityMeter(dynamodb.url, before)
  // The workflow writes at any time. Its units would count for another operation.
  const insertId = () => Promise.resolve({ outcome: 'inserted' as const })
  const quiet = { replaceTasks: () => ({ insertId }) }
  const door = await openFrontDoor({ ...environment, AWS_ENDPOINT_URL_DYNAMODB: meter.url }, quiet)
  const close = async () => {
    await door.close()
    await meter.close()
    await dynamodb.close()
  }
  return { door, meter, url: dynamodb.url, close }
}
