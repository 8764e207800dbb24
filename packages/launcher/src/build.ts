import {buildStudio} from './buildStudio.ts'
import {exitWith, print} from './print.ts'
import {root} from './root.ts'
import {runSteps, type Step} from './runSteps.ts'

const PUBLISHED = ['groq-zod', 'lake', 'sdk']

const steps = PUBLISHED.map((name): Step => ({
  title: `packages/${name}`,
  command: process.execPath,
  args: ['--run', 'build'],
  cwd: `${root}/packages/${name}`,
}))

try {
  const failed = await runSteps(steps)
  const built = await buildStudio(() => print('Building the Studio …'))
  print(built ? 'studio/dist is new.' : 'studio/dist was already made from these sources.')
  process.exitCode = failed === 0 ? 0 : 1
} catch (error) {
  exitWith(error)
}
