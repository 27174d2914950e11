// Writes the template of a stage as LocalStack takes it, and beside it the list of files that the command copies.
import {
  DefaultStackSynthesizer,
  type FileAssetSource,
  type IReusableStackSynthesizer,
  type ISynthesisSession,
} from 'aws-cdk-lib'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TemplateJson } from '../plain-template.ts'
import { fit, type Substitutes } from './fit.ts'

type Options = {
  substitutes: Substitutes
  environment: Record<string, string>
  say: (line: string) => void
}

export const copiesFile = (stackName: string) => `${stackName}.copies.json`

export class FittingSynthesizer extends DefaultStackSynthesizer {
  readonly settings: Options

  constructor(options: Options) {
    super()
    this.settings = options
  }

  protected override synthesizeTemplate(
    session: ISynthesisSession,
    ...lookupRole: [string?, string?]
  ): FileAssetSource {
    const source = super.synthesizeTemplate(session, ...lookupRole)
    const { outdir } = session.assembly
    const file = join(outdir, this.boundStack.templateFile)
    const { substitutes, environment, say } = this.settings
    const written = JSON.parse(readFileSync(file, 'utf8')) as TemplateJson
    const { template, lines, copies } = fit(written, substitutes, environment)
    const text = JSON.stringify(template, undefined, 1)
    writeFileSync(file, text)
    writeFileSync(join(outdir, copiesFile(this.boundStack.stackName)), JSON.stringify(copies))
    for (const line of lines) say(line)
    // The hash names the template in the bucket of assets.
    return { ...source, sourceHash: createHash('sha256').update(text).digest('hex') }
  }
}

/** The synthesizer for the context that infra/cdk.ts gives. */
export function synthesizerFor(context: (name: string) => string | undefined): IReusableStackSynthesizer {
  const [endpoint, signIn, issuer, client] = ['endpoint', 'signIn', 'issuer', 'client'].map(context)
  const hasPool = signIn !== undefined && issuer !== undefined && client !== undefined
  const synthesizer = new FittingSynthesizer({
    substitutes: hasPool
      ? { 'AWS::Cognito::UserPool': issuer.replace(/^.*\//, ''), 'AWS::Cognito::UserPoolClient': client }
      : {},
    environment: {
      // The addresses of uploads begin with it.
      ...(endpoint !== undefined && { AWS_ENDPOINT_URL_S3: endpoint }),
      ...(hasPool && { AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: signIn, TOKEN_ISSUERS: issuer }),
    },
    say: (line) => void process.stderr.write(`${line}\n`),
  })
  // Safe cast: it is one; the two types only write optional members differently.
  return synthesizer as IReusableStackSynthesizer
}
