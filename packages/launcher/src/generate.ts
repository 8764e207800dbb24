import {runSteps} from './runSteps.ts'

const failed = await runSteps([
  {title: 'schema extract', command: process.execPath, args: ['packages/schema/generate.ts']},
  {
    title: 'validators and types of every query',
    command: process.execPath,
    args: ['packages/groq-zod/src/cli.ts', 'generate', '--config', 'packages/sdk/groq-zod.config.ts'],
  },
])
process.exitCode = failed === 0 ? 0 : 1
