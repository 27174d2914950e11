// The examples as their reader would use them: in a project with the package and its peers.
import { copyFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readModel } from '../../codegen/read.ts'
import { facadeOf } from '../../codegen/client-sdk/facade.ts'
import { sdkSample } from '../../codegen/client-sdk/sample.ts'
import { compilers, lowestPeers, packageFolder, run, type Installed, type Project } from './installed.ts'
import { messagesWithout, typeCheck } from './type-check.ts'

type Given = { installed: Installed; url: string; tokenFor: (seconds: number) => string }

const nodenext = { module: 'nodenext', moduleResolution: 'nodenext', types: ['node'], skipLibCheck: true }
let project: Project

export function exampleTests(given: () => Given) {
  describe('the examples', () => {
    beforeAll(async () => {
      const packages = [...(await lowestPeers()), 'react@19', '@types/react@19', '@types/node@24']
      project = await given().installed.copyWith(packages)
      for (const path of ['examples/node.ts', 'examples/browser/main.ts', 'examples/case-list.tsx']) {
        await copyFile(join(packageFolder, path), join(project.folder, path.split('/').at(-1) ?? ''))
      }
      await project.write('package.json', '{"type":"module"}')
    }, 120_000)
    nodeTest(given)
    compilerTests()
  })
}

function nodeTest(given: () => Given) {
  test('the Node script opens a case, uploads its file and lists it', async () => {
    const { url, tokenFor } = given()
    const runWith = (token: string) =>
      run(process.execPath, ['node.ts', 'package.json'], {
        cwd: project.folder,
        env: { ...process.env, FRONTDESK_URL: url, FRONTDESK_TOKEN: token },
      })
    const { stdout } = await runWith(tokenFor(60))
    expect(stdout).toMatch(/^Opened [0-9a-f-]{36}\nUploaded 17 bytes\n\S+Z {2}The kiosk at gate A4/)
    await expect(runWith('expired')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Unauthenticated (request ') as string,
    })
  }, 60_000)
}

const examples = ['node.ts', 'main.ts', 'case-list.tsx']

/** The names of the files, after their code was written into the project. */
async function writeAll(files: Record<string, string>): Promise<string[]> {
  await Promise.all(Object.entries(files).map(([name, code]) => project.write(name, code)))
  return Object.keys(files)
}

async function writeReadme(): Promise<string[]> {
  const readme = await readFile(join(packageFolder, 'README.md'), 'utf8')
  const blocks = [...readme.matchAll(/^```tsx?\n(.*?)^```/gms)].map(([, code = '']) => code)
  return writeAll(Object.fromEntries(blocks.map((code, index) => [`readme-${index}.ts`, surrounded(code)])))
}

async function writeSamples(): Promise<string[]> {
  const model = await readModel()
  const operations = facadeOf(model).flatMap(({ methods }) => methods.map(({ operation }) => operation))
  const samples = operations.map((operation) => [
    `sample-${operation.operationId}.ts`,
    sdkSample(model, operation) ?? '',
  ])
  return writeAll(Object.fromEntries(samples) as Record<string, string>)
}

function compilerTests() {
  describe.each(Object.entries(compilers))('%s', (_, compiler) => {
    // One run of the compiler for all: most of its time goes into the declarations of the libraries.
    let readme: string[]
    let samples: string[]
    let said: string
    beforeAll(async () => {
      ;[readme, samples] = await Promise.all([writeReadme(), writeSamples()])
      const files = [...examples, ...readme, ...samples]
      said = await typeCheck(project, compiler, { ...nodenext, jsx: 'react-jsx' }, files)
    })
    const messagesOn = (files: string[]) => {
      const others = [...examples, ...readme, ...samples].filter((file) => !files.includes(file))
      return messagesWithout(said, (file) => others.includes(file))
    }

    test('takes every example', () => {
      expect(messagesOn(examples)).toBe('')
    })

    test('takes every block of the README', () => {
      expect(readme.length).toBeGreaterThan(8)
      expect(messagesOn(readme)).toBe('')
    })

    test('takes every sample of the docs page', () => {
      expect(samples.length).toBeGreaterThan(20)
      expect(messagesOn(samples)).toBe('')
    })
  })
}

/** A block of the README in a program that declares the names in the block. */
function surrounded(code: string): string {
  const imports = code.match(/^import .*$/gm) ?? []
  const names = ['createFrontdesk', 'createClient', 'cases', 'isProblemOf', 'ConnectionError'].filter(
    (name) => !imports.join().includes(name),
  )
  return `
    ${imports.join('\n')}
    import { ${names.join(', ')}, type Frontdesk } from '@frontdesk/client-sdk'
    import * as options from '@frontdesk/client-sdk/react-query'
    import { createMockHandlers, createStatefulMock, mockHandlers } from '@frontdesk/client-sdk/msw'
    import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
    import { setupServer } from 'msw/node'
    declare const frontdesk: Frontdesk, server: ReturnType<typeof setupServer>, mock: ReturnType<typeof createMockHandlers>
    declare const caseId: string, etag: string, baseUrl: string, token: string, photo: File
    declare const session: { idToken(): Promise<string> }
    declare function show(part: number): void
    declare function mark(pointer: string | undefined, detail: string): void
    const { getCaseQueryOptions, listCasesInfiniteQueryOptions, createCaseMutationOptions } = options
    export async function block() {
      ${code.replace(/^import .*$/gm, '')}
    }`
}
