import {globSync} from 'node:fs'
import {dirname} from 'node:path'
import {generatedSteps} from './generated.ts'
import {print} from './print.ts'
import {root} from './root.ts'
import {runSteps, type Step} from './runSteps.ts'

const typeChecks = globSync(
  [
    'packages/*/tsconfig.json',
    'packages/*/browser/tsconfig.json',
    'studio/tsconfig.json',
    'tests/tsconfig.json',
  ],
  {cwd: root},
)
  .toSorted()
  .map((config): Step => ({title: `types in ${dirname(config)}`, command: 'tsc', args: ['-p', config]}))

const steps: Step[] = [
  {title: 'format', command: 'oxfmt', args: ['--check', '.']},
  {title: 'lint, and who may import whom', command: 'oxlint', args: ['--type-aware', '.']},
  ...typeChecks,
  {title: 'unused files, exports and dependencies', command: 'knip', args: []},
  ...generatedSteps('check'),
  {
    title: 'size of the SDK',
    command: process.execPath,
    args: ['checkSize.ts'],
    cwd: `${root}/packages/sdk`,
  },
]

const failed = await runSteps(steps)
print(failed === 0 ? 'Everything checked is in order.' : `${failed} of ${steps.length} checks failed.`)
process.exitCode = failed === 0 ? 0 : 1
