// The resource without sample data is removed too.
import { afterEach, beforeEach, test } from 'vitest'
import { copyProject, type ProjectCopy } from './project-copy.ts'
import { expectRemovable } from './removal.ts'

let project: ProjectCopy
beforeEach(async () => {
  project = await copyProject()
})
afterEach(() => project.close())

test('events are removed', { timeout: 240_000 }, () =>
  expectRemovable(project, 'events', { schema: 'Event', isSeeded: false }),
)
