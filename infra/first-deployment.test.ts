// The first deployment of a stage: known by what CloudFormation says, and made without protection from deletion.
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen, stopNow } from '../local-cloud/listen.ts'
import { deploymentSteps, isFirstDeployment } from './first-deployment.ts'
import { stageNamed } from './names.ts'
import { stageOf } from './stages.ts'
import { checks } from './testing/checks/index.ts'
import { plain, synthesize } from './testing/template.ts'

/** The answer of CloudFormation to DescribeStacks, by the name of the stack. */
const answers: Record<string, [status: number, body: string]> = {
  'none-prod': [
    400,
    '<ErrorResponse><Error><Type>Sender</Type><Code>ValidationError</Code><Message>Stack with id none-prod does not exist</Message></Error></ErrorResponse>',
  ],
  'denied-prod': [
    403,
    '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>User is not authorized</Message></Error></ErrorResponse>',
  ],
}
for (const status of ['CREATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE', 'ROLLBACK_COMPLETE', 'REVIEW_IN_PROGRESS']) {
  answers[`${status}-prod`] = [
    200,
    `<DescribeStacksResponse><DescribeStacksResult><Stacks><member><StackName>x</StackName><StackStatus>${status}</StackStatus></member></Stacks></DescribeStacksResult></DescribeStacksResponse>`,
  ]
}

const server = createServer((request, response) => {
  let body = ''
  request
    .setEncoding('utf8')
    .on('data', (text: string) => (body += text))
    .on('end', () => {
      const [status, text] = answers[new URLSearchParams(body).get('StackName') ?? ''] ?? [500, '']
      response.writeHead(status, { 'content-type': 'text/xml' }).end(text)
    })
})
const settings = {
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
  AWS_REGION: 'eu-central-1',
  AWS_MAX_ATTEMPTS: '1',
}
beforeAll(async () => {
  Object.assign(process.env, settings, { AWS_ENDPOINT_URL_CLOUDFORMATION: await listen(server) })
})
afterAll(() => stopNow(server))

test.each([
  ['none-prod', true],
  ['ROLLBACK_COMPLETE-prod', true],
  ['REVIEW_IN_PROGRESS-prod', true],
  ['CREATE_COMPLETE-prod', false],
  ['UPDATE_ROLLBACK_COMPLETE-prod', false],
])('%s: first is %s', async (stack, isFirst) => {
  expect(await isFirstDeployment(stack)).toBe(isFirst)
})

test('a refusal is no answer', async () => {
  await expect(isFirstDeployment('denied-prod')).rejects.toThrow('not authorized')
})

test('the first deployment has two steps, and each later one has one', () => {
  const args = ['deploy', 'x-prod']
  expect(deploymentSteps(args, true)).toEqual([[...args, '--context', 'firstDeployment=true'], args])
  expect(deploymentSteps(args, false)).toEqual([args])
})

test('its first step differs from the second in the protection alone', { timeout: 120_000 }, async () => {
  const first = stageOf('prod', { firstDeployment: true })
  const synthesized = await Promise.all([synthesize(first), synthesize(stageOf('prod'))])
  const protections = await Promise.all(
    synthesized.map(async ({ outdir }) => {
      const manifest = JSON.parse(await readFile(join(outdir, 'manifest.json'), 'utf8')) as {
        artifacts: Record<string, { properties?: { terminationProtection?: boolean } }>
      }
      return manifest.artifacts[stageNamed('prod')]?.properties?.terminationProtection ?? false
    }),
  )
  expect(protections).toEqual([false, true])
  const [without = '', with_ = ''] = synthesized.map(({ text }) => text)
  const protectedText = without
    .replaceAll('"DeletionProtectionEnabled": false', '"DeletionProtectionEnabled": true')
    .replaceAll('"DeletionProtection": "INACTIVE"', '"DeletionProtection": "ACTIVE"')
  expect(without).not.toBe(with_)
  expect(protectedText).toBe(with_)
  for (const check of Object.values(checks)) expect(check(plain(synthesized[0].template), first)).toEqual([])
  for (const { remove } of synthesized) await remove()
})
