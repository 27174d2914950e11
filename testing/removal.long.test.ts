// CONTRIBUTING's promise, in a copy of the project: a resource is removed with its own files and its lines in five tables.
import { afterEach, beforeEach, test } from 'vitest'
import { copyProject, type ProjectCopy } from './project-copy.ts'
import { expectRemovable } from './removal.ts'

let project: ProjectCopy
beforeEach(async () => {
  project = await copyProject()
})
afterEach(() => project.close())

test('products, which start with sample data, are removed', { timeout: 240_000 }, () =>
  expectRemovable(project, 'products', { schema: 'Product', isSeeded: true }),
)

test('events are removed', { timeout: 240_000 }, () =>
  expectRemovable(project, 'events', { schema: 'Event', isSeeded: false }),
)
