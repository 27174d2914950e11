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
      project = await given().installed.projectWith(packages)
      for (const path of ['examples/node.ts', 'examples/browser/main.ts', 'examples/case-list.tsx']) {
        await copyFile(join(packageFolder, path), join(project.folder, path.split('/').at(-1) ?? ''))
      }
      await project.write('package.json', '{"type":"module"}')
    }, 120_000)
    nodeTest(given)
    readmeTest(given)
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

/** The blocks of the README that need no framework, each as a function of one program. */
function readmeTest(given: () => Given) {
  test('every block of the README runs against a service, and it names the file that is packed', async () => {
    const { url, tokenFor, installed } = given()
    const readme = await readFile(join(packageFolder, 'README.md'), 'utf8')
    expect(readme).toContain(`npm install ../frontdesk/${installed.tarball.split('/').at(-1)}`)
    const blocks = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code = '']) =>
      code.replace('https://api.frontdesk.example', url),
    )
    expect(blocks.length).toBeGreaterThan(5)
    await project.write('readme-run.mts', program(blocks))
    const env = { ...process.env, FRONTDESK_URL: url, FRONTDESK_TOKEN: tokenFor(600) }
    const { stdout } = await run(process.execPath, ['readme-run.mts'], { cwd: project.folder, env })
    expect(stdout.match(/^block \d+ ran$/gm)).toHaveLength(blocks.length)
  }, 60_000)
}

/** A program that runs the blocks one after the other, with real values for the names that they use. */
function program(blocks: string[]): string {
  const imports = new Set(blocks.flatMap((code) => code.match(/^import .*$/gm) ?? []))
  const named = [...imports].join()
  const names = ['createFrontdesk', 'createClient', 'cases', 'isProblemOf', 'ConnectionError'].filter(
    (name) => !named.includes(name),
  )
  const functions = blocks.map((code) => `async ({ caseId, etag }) => { {\n${code.replace(/^import .*$/gm, '')}\n} }`)
  return `
    ${[...imports].join('\n')}
    import { ${names.join(', ')} } from '@frontdesk/client-sdk'
    const [baseUrl, token] = [process.env.FRONTDESK_URL, process.env.FRONTDESK_TOKEN]
    const session = { idToken: async () => token }
    const frontdesk = createFrontdesk({ baseUrl, token, apiKey: 'a-key' })
    const photo = new File(['a picture'], 'photo.jpg', { type: 'image/jpeg' })
    const [show, mark] = [() => undefined, () => undefined]
    for (const [index, block] of [${functions.join(',\n')}].entries()) {
      const { data, headers } = await frontdesk.cases.create({ description: 'For a block.' }).withResponse()
      await block({ caseId: data.caseId, etag: headers.get('etag') })
      console.log('block ' + index + ' ran')
    }`
}

const examples = ['node.ts', 'main.ts', 'case-list.tsx']

/** The names of the files, after their code was written into the project. */
async function writeAll(files: Record<string, string>): Promise<string[]> {
  await Promise.all(Object.entries(files).map(([name, code]) => project.write(name, code)))
  return Object.keys(files)
}

async function writeReadme(): Promise<string[]> {
  const pages = await Promise.all(
    ['README.md', '../docs/sdk.md'].map((page) => readFile(join(packageFolder, page), 'utf8')),
  )
  const blocks = [...pages.join('\n').matchAll(/^```tsx?\n(.*?)^```/gms)].map(([, code = '']) => code)
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

    test('takes every block of the README and of docs/sdk.md', () => {
      expect(readme.length).toBeGreaterThan(15)
      expect(messagesOn(readme)).toBe('')
    })

    test('takes every sample of the docs page', () => {
      expect(samples.length).toBeGreaterThan(15)
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
    declare function accepted(summary: string): Promise<boolean>
    declare function mark(pointer: string | undefined, detail: string): void
    const { getCaseQueryOptions, listCasesInfiniteQueryOptions, createCaseMutationOptions } = options
    export async function block() {
      ${code.replace(/^import .*$/gm, '')}
    }`
}
