// The task functions as Lambda runs them: one bundle, one handler for each task.
import { createTaskDependencies } from '../dependencies.ts'
import { createTasks } from './tasks.ts'

export const { validateExists, insertId, logEvent } = createTasks(createTaskDependencies())
