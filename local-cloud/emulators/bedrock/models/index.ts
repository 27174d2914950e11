// The models of the emulator by their ids. Every other id is the model that uses tools sensibly.
import { hostile } from './hostile.ts'
import { loop } from './loop.ts'
import { malformed } from './malformed.ts'
import type { Model } from './model.ts'
import { toolUser } from './tool-user.ts'
import { wordy } from './wordy.ts'

const models: Record<string, Model> = {
  'local.hostile': hostile,
  'local.loop': loop,
  'local.malformed': malformed,
  'local.slow-writer': wordy,
}

export const modelNamed = (id: string): Model => (Object.hasOwn(models, id) ? models[id] : undefined) ?? toolUser
