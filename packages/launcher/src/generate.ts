import {generatedSteps} from './generated.ts'
import {runSteps} from './runSteps.ts'

const failed = await runSteps(generatedSteps('write'))
process.exitCode = failed === 0 ? 0 : 1
