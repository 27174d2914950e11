// The guard of the uploads for Lambda.
import { createGuardDependencies } from '../task-dependencies.ts'
import { createGuard } from './guard.ts'

export const { removeTooLarge } = createGuard(createGuardDependencies())
