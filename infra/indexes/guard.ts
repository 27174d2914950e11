// Refuses a deployment that changes two indexes of a table, by comparing the code with the deployed or the accepted template.
import { CloudFormationClient, GetTemplateCommand } from '@aws-sdk/client-cloudformation'
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { tables, type TableDefinition } from '../../server/repositories/tables.ts'
import { indexesOfCode, indexesOfTemplate, refusedChanges } from './index-changes.ts'

type Template = Parameters<typeof indexesOfTemplate>[0]

/** Throws the sentences when the tables cannot be changed like this in one deployment. */
export function refuseIndexChanges(before: Template, definitions: Record<string, TableDefinition> = tables) {
  const refused = refusedChanges(indexesOfTemplate(before), indexesOfCode(definitions))
  if (refused.length > 0) throw new Error(refused.join('\n\n'))
}

/** The template of a stack; empty when there is none. */
export async function deployedTemplate(StackName: string, profile?: string): Promise<Template> {
  const client = new CloudFormationClient(profile === undefined ? {} : { profile })
  try {
    const { TemplateBody = '' } = await client.send(new GetTemplateCommand({ StackName, TemplateStage: 'Original' }))
    // Safe cast: it is a template. JSON is YAML too.
    return (parse(TemplateBody) ?? {}) as Template
  } catch (error) {
    if (error instanceof Error && error.message.includes('does not exist')) return {}
    throw error
  } finally {
    client.destroy()
  }
}

/** The template that was accepted last; empty for a stage that has none. */
export async function acceptedTemplate(file: string): Promise<Template> {
  const text = await readFile(file, 'utf8').catch(() => '{}')
  return (parse(text) ?? {}) as Template
}
