// A tree of which pages and pictures are left: only what shows or names a picture goes.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { arePictured, withoutPictures } from './pictures.ts'

test('pictures, their command and the lines that show them go', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'pictures-'))
  await mkdir(join(copy, 'docs/pictures'), { recursive: true })
  await writeFile(join(copy, 'docs/pictures/a.svg'), '<svg/>')
  await writeFile(join(copy, 'README.md'), '# A\n\n[![a](docs/pictures/a.svg)](docs/a.md)\n\nText.\n')
  await writeFile(
    join(copy, 'docs/a.md'),
    'One.\n\n![a](pictures/a.svg)\n\nTwo.\n\n`npm run pictures` makes\nthem.\n\nThree.\n',
  )
  await writeFile(join(copy, 'package.json'), '{\n  "docs": "a",\n  "pictures": "b",\n  "new": "c"\n}\n')
  await withoutPictures(copy)
  expect(existsSync(join(copy, 'docs/pictures'))).toBe(false)
  expect(await readFile(join(copy, 'README.md'), 'utf8')).toBe('# A\n\nText.\n')
  expect(await readFile(join(copy, 'docs/a.md'), 'utf8')).toBe('One.\n\nTwo.\n\nThree.\n')
  expect(await readFile(join(copy, 'package.json'), 'utf8')).toBe('{\n  "docs": "a",\n  "new": "c"\n}\n')
  await rm(copy, { recursive: true })
})

test('pictures show the operations that their record names', async () => {
  const copy = await mkdtemp(join(tmpdir(), 'pictures-'))
  expect(await arePictured(copy, ['getNote'])).toBe(false)
  await mkdir(join(copy, 'docs/pictures'), { recursive: true })
  await writeFile(join(copy, 'docs/pictures/made-from.json'), '{ "operations": ["getNote"], "pages": {} }')
  expect(await arePictured(copy, ['getTicket', 'getNote'])).toBe(true)
  expect(await arePictured(copy, ['getTicket'])).toBe(false)
  await rm(copy, { recursive: true })
})
