import type {Step} from './runSteps.ts'

interface Generated {
  title: string
  /** A file for Node and its arguments, from the project's top folder. */
  write: string[]
  /** The same, failing when what is committed is stale. */
  check: string[]
}

const GROQ_ZOD = 'packages/groq-zod/src/cli.ts'

/** Everything that is generated and committed, in the order in which one feeds the next. */
const GENERATED: readonly Generated[] = [
  {
    title: 'schema extract',
    write: ['packages/schema/generate.ts'],
    check: ['packages/schema/generate.ts', '--check'],
  },
  ...['packages/sdk', 'packages/sdk/docs/snippets/queries', 'packages/site'].map((folder) => ({
    title: `validators and types of ${folder}`,
    write: [GROQ_ZOD, 'generate', '--config', `${folder}/groq-zod.config.ts`],
    check: [GROQ_ZOD, 'check', '--config', `${folder}/groq-zod.config.ts`],
  })),
  {
    title: 'API reference of the SDK',
    write: ['packages/sdk/generateReference.ts'],
    check: ['packages/sdk/generateReference.ts', '--check'],
  },
]

/** The commands that write what is generated, or check that it is fresh. */
export function generatedSteps(mode: 'write' | 'check'): Step[] {
  return GENERATED.map((one) => ({
    title: mode === 'check' ? `${one.title}: fresh` : one.title,
    command: process.execPath,
    args: one[mode],
  }))
}
