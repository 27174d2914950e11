// An app of the CDK as it recommends one, which synthesizes nothing that cdk-nag or CloudFormation's schemas object to.
import { App, Validations, type AppProps } from 'aws-cdk-lib'
import flags from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' }
import { AwsSolutionsChecks } from 'cdk-nag'

export function createApp(props: AppProps = {}): App {
  // Given here and not in cdk.json, the flags hold with and without the CLI.
  const app = new App({ context: flags, ...props })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  return app
}
