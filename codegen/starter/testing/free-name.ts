// Names for what tests add and make: a project that was made of this one may have such a resource, or such a name, already.
import { projectRoot } from '../../contract.ts'
import { namesOfTree } from '../names-of.ts'
import { resourcesOf } from '../resources.ts'

const taken = new Set(resourcesOf(projectRoot).map(({ name }) => name))

/** The plural, or one that is made of it, which no resource of this project has. */
export const freeName = (plural: string): string => (taken.has(plural) ? freeName(`spare-${plural}`) : plural)

const titles = ['Blue Harbor', 'Green Valley']

/** The title of a project that is not this one. */
export const otherTitle = titles.find((title) => title !== namesOfTree(projectRoot).title) ?? ''
