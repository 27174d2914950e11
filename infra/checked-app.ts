// An app of the CDK as it recommends one, which synthesizes nothing that cdk-nag or CloudFormation's schemas object to.
import { App, Validations, type AppProps } from 'aws-cdk-lib'
import flags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' }
import { AwsSolutionsChecks } from 'cdk-nag'

/** The construct's path on each resource. */
const asTheCliDoes = { 'aws:cdk:enable-path-metadata': true }

export function createApp(props: AppProps = {}): App {
  // Given here and not in cdk.json, they hold with and without the CLI.
  const app = new App({ context: { ...flags, ...asTheCliDoes }, ...props })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return app
}
