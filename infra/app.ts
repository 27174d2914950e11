// The CDK app: one stage's stack, and the checks that it has to pass.
import { App, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'
import { fileURLToPath } from 'node:url'
import { createFrontdesk } from './stack.ts'
import { stageOf } from './stages.ts'

const app = new App()
// Context is given as `--context stage=prod`; infra/cdk.ts makes it of `--stage prod`.
const context = (name: string) => app.node.tryGetContext(name) as string | undefined

Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
createFrontdesk(app, {
  stage: stageOf(context('stage') ?? 'dev', { alarmEmail: context('alarmEmail') }),
  docs: fileURLToPath(new URL('../dist/docs', import.meta.url)),
})
app.synth()
