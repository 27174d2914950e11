// A front door with a capacity meter before its DynamoDB. Shared by the tests of server/.
import { startDynamoDB } from '../local-cloud/emulators/dynamodb/index.ts'
import { startCapacityMeter } from './aws-calls.ts'
import { openFrontDoor } from './front-door.ts'

export type MeteredDoor = Awaited<ReturnType<typeof openMetered>>

export async function openMetered(
  environment: Record<string, string> = {},
  before?: (operation: string) => Promise<void>,
) {
  const dynamodb = await startDynamoDB()
  const meter = await startCapacityMeter(dynamodb.url, before)
  const door = await openFrontDoor({ ...environment, AWS_ENDPOINT_URL_DYNAMODB: meter.url })
  const close = async () => {
    await door.close()
    await meter.close()
    await dynamodb.close()
  }
  return { door, meter, url: dynamodb.url, close }
}
