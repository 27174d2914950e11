// The guard of the uploads: it removes what is larger than the limit, whatever the rule let through.
import { Logger } from '@aws-lambda-powertools/logger'
import { expect, test } from 'vitest'
import { largestFile } from '../services/case-files.ts'
import { createGuard } from './guard.ts'

async function removedOf(size: number): Promise<string[]> {
  const removed: string[] = []
  const files = {
    remove: (key: string) => {
      removed.push(key)
      return Promise.resolve()
    },
  }
  const { removeTooLarge } = createGuard({ logger: new Logger({ logLevel: 'SILENT' }), files })
  await removeTooLarge({ detail: { object: { key: 'cases/1/2/a b+ü.bin', size } } })
  return removed
}

test('a file larger than the limit is removed by its key as it is', async () => {
  expect(await removedOf(largestFile + 1)).toEqual(['cases/1/2/a b+ü.bin'])
})

test('a file of the limit, and an event without a size, remove nothing', async () => {
  expect(await removedOf(largestFile)).toEqual([])
  expect(await removedOf(NaN)).toEqual([])
})

test('a removal that fails is the failure of the function, so that Lambda tries again', async () => {
  const files = { remove: () => Promise.reject(new Error('S3 is away')) }
  const { removeTooLarge } = createGuard({ logger: new Logger({ logLevel: 'SILENT' }), files })
  const event = { detail: { object: { key: 'cases/1/2/a', size: largestFile + 1 } } }
  await expect(removeTooLarge(event)).rejects.toThrow('S3 is away')
})
