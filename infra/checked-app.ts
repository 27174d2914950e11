// A CDK app with the recommended flags. Its synthesis fails on a finding of cdk-nag or of CloudFormation's schemas.
import { App, Validations, type AppProps } from 'aws-cdk-lib'
import flags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' }
import { AwsSolutionsChecks } from 'cdk-nag'

/** Adds the construct's path to each resource. */
const asTheCliDoes = { 'aws:cdk:enable-path-metadata': true }

export function createApp(props: AppProps = {}): App {
  // The flags are here and not in cdk.json: so they apply with and without the CLI.
  const app = new App({ context: { ...flags, ...asTheCliDoes }, ...props })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return app
}
