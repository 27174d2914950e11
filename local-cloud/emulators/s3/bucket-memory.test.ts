// The memory of a bucket: its files are on disk, and of a request only what describes the object stays.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { memoryInUse } from '../../../testing/memory.ts'
import { openBucket } from './bucket.ts'

const described = { etag: '"1"', lastModified: '2026-11-30T00:00:00Z', headers: { 'content-type': 'text/plain' } }

test('300 files of 100 KB, from URLs of 40,000 characters, take less than 3 MB', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'frontdesk-bucket-'))
  try {
    const bucket = await openBucket(directory)
    const before = await memoryInUse()
    for (let n = 0; n < 300; n += 1) {
      const url = `/bucket/cases/${n}/a-file.txt?signature=${'x'.repeat(40_000)}`
      const key = url.slice('/bucket/'.length, url.indexOf('?'))
      const upload = await bucket.receive()
      await upload.write(Buffer.alloc(100_000))
      const checksum = { algorithm: 'crc32' as const, value: 'AAAAAA==' }
      await upload.commit({ key, size: 100_000, checksum, ...described }, () => undefined)
    }
    const after = await memoryInUse()
    expect(after.heapUsed - before.heapUsed + after.arrayBuffers - before.arrayBuffers).toBeLessThan(3_000_000)
    expect(bucket.find('cases/299/a-file.txt')).toMatchObject({ key: 'cases/299/a-file.txt', ...described })
  } finally {
    await rm(directory, { recursive: true })
  }
})
