// The workflow's tasks for Lambda: one bundle with a handler for each task.
import { createTaskDependencies } from '../task-dependencies.ts'
import { createTasks } from './tasks.ts'

export const { validateExists, insertId, logEvent } = createTasks(createTaskDependencies())
