// CloudFormation's own validation of a template, and the findings of a synthesis.
import { CloudFormationValidatePlugin, type IPolicyValidationContext } from 'aws-cdk-lib'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { name } from '../../generated/names.ts'
import type { TemplateJson } from './template.ts'

const plugin = new CloudFormationValidatePlugin()

export function validate(template: TemplateJson): string[] {
  const directory = mkdtempSync(join(tmpdir(), `${name}-template-`))
  const templatePath = join(directory, 'template.json')
  writeFileSync(templatePath, JSON.stringify(template))
  // Safe cast: the plugin reads only the templates, never the constructs.
  const context = { templatePaths: [templatePath], stackTemplates: [{ stackConstructPath: '', templatePath }] }
  const { violations } = plugin.validate(context as unknown as IPolicyValidationContext)
  rmSync(directory, { recursive: true })
  return violations.map(({ ruleName, description }) => `${ruleName}: ${description}`)
}

type Report = { pluginReports: { violations: { ruleName: string }[] }[] }

/** The broken rules that the synthesis into this folder reported, of cdk-nag and of CloudFormation. */
export async function findings(outdir: string): Promise<string[]> {
  const report = JSON.parse(await readFile(join(outdir, 'validation-report.json'), 'utf8')) as Report
  return report.pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName))
}
