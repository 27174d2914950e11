// Names for the resources that tests add: a project that was made of this one may have such a resource already.
import { projectRoot } from '../../contract.ts'
import { resourcesOf } from '../resources.ts'

const taken = new Set(resourcesOf(projectRoot).map(({ name }) => name))

/** The plural, or one that is made of it, which no resource of this project has. */
export const freeName = (plural: string): string => (taken.has(plural) ? freeName(`spare-${plural}`) : plural)
