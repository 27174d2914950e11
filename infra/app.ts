// The CDK app: one stage's stack, and the checks that it has to pass.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildDocs } from '../codegen/docs/index.ts'
import { createBundles } from './bundle.ts'
import { createApp } from './checked-app.ts'
import { synthesizerFor } from './localstack/synthesizer.ts'
import { createSystem } from './stack.ts'
import { stageOf } from './stages.ts'

const docs = fileURLToPath(new URL('../dist/docs', import.meta.url))
// infra/cdk.ts builds the pages each time. They are built here for the CDK's CLI without it, as in `cdk bootstrap`.
if (!existsSync(`${docs}/index.html`)) await buildDocs(docs)

const app = createApp()
// The CLI takes context as `--context stage=prod`. infra/cdk.ts turns `--stage prod` into that.
const context = (name: string) => app.node.tryGetContext(name) as string | undefined

const stage = stageOf(context('stage') ?? 'dev', {
  alarmEmail: context('alarmEmail'),
  modelId: context('model'),
  expires: context('expires'),
  firstDeployment: context('firstDeployment') === 'true',
  noRollback: context('noRollback') === 'true',
})
const emulator = context('endpoint') === undefined ? undefined : synthesizerFor(context)
createSystem(app, {
  stage,
  ...(emulator && { synthesizer: emulator }),
  bundles: await createBundles(),
  docs,
})
app.synth()
