// The CDK app: one stage's stack, and the checks that it has to pass.
import { fileURLToPath } from 'node:url'
import { createBundles } from './bundle.ts'
import { createApp } from './checked-app.ts'
import { createFrontdesk } from './stack.ts'
import { stageOf } from './stages.ts'

const app = createApp()
// Context is given as `--context stage=prod`; infra/cdk.ts makes it of `--stage prod`.
const context = (name: string) => app.node.tryGetContext(name) as string | undefined

createFrontdesk(app, {
  bundles: await createBundles(),
  stage: stageOf(context('stage') ?? 'dev', { alarmEmail: context('alarmEmail') }),
  docs: fileURLToPath(new URL('../dist/docs', import.meta.url)),
})
app.synth()
