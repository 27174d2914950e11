// Resources of a template, by type and name.
import type { Template } from 'aws-cdk-lib/assertions'
import type { Stage } from '../../stages.ts'
import type { Json, Resource } from '../template.ts'

export const resourcesOf = (template: Template, type: string): Map<string, Resource> =>
  // Safe cast: every resource of a template has these members.
  new Map(Object.entries(template.findResources(type) as Record<string, Resource>))

/** An absent resource has no properties; every check then misses them. */
export const propertiesOf = (template: Template, type: string, name: string): Json =>
  resourcesOf(template, type).get(name)?.Properties ?? {}

export const deletionPolicyOf = (template: Template, type: string, name: string) =>
  resourcesOf(template, type).get(name)?.DeletionPolicy

/** What becomes of a stage's data when its stack is deleted. */
export const deletionPolicy = ({ keepData }: Stage) => (keepData ? 'RetainExceptOnCreate' : 'Delete')
