// The accepted template of a stage: without what differs from machine to machine and from build to build.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { plainTemplate, type Resource, type TemplateJson } from './plain-template.ts'

/** A hash in a logical id: CloudFormation replaces the resource when what it stands for has changed. */
const hashOfContent = /(Deployment|CurrentVersion)[0-9A-F]{8}[0-9a-f]{32}/g

/** The template as it is compared and reviewed: YAML, with the members of each object in the order of their names. */
export function goldenOf(text: string): string {
  const plain = text.replaceAll(/[0-9a-f]{64}/g, 'hash').replaceAll(hashOfContent, '$1')
  const { Resources, ...rest } = JSON.parse(plain) as TemplateJson
  const resources = Object.entries(Resources).map(([id, resource]) => [id, withoutBuild(resource)] as const)
  const template = plainTemplate({ ...rest, Resources: Object.fromEntries(resources) })
  return stringify(template, { sortMapEntries: true, lineWidth: 120, aliasDuplicateObjects: false })
}

/** The body of the API is `generated/api-gateway.json`, which is reviewed there. */
function withoutBuild({ Metadata: _paths, ...resource }: Resource & { Metadata?: unknown }): Resource {
  if (resource.Type !== 'AWS::ApiGateway::RestApi') return resource
  return { ...resource, Properties: { ...resource.Properties, Body: 'generated/api-gateway.json' } }
}

export const goldenFile = (root: string, stage: string) => join(root, 'infra/golden', `${stage}.yaml`)

/** Accepts the template that the CDK's CLI has written. */
export async function accept(root: string, stage: string, templateFile: string): Promise<string> {
  const file = goldenFile(root, stage)
  await writeFile(file, goldenOf(await readFile(templateFile, 'utf8')))
  return file
}
