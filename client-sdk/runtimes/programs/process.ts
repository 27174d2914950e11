// The exercise as a program: its surroundings are the first argument, and it prints what it found.
import * as sdk from '@frontdesk/client-sdk'
import { exercise } from '../../testing/exercise.ts'

console.log(JSON.stringify(await exercise(sdk, JSON.parse(process.argv[2] ?? ''))))
