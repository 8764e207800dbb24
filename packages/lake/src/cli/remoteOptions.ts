import {LakeError} from '../errors/LakeError.ts'
import {RemoteDataset} from '../remote/RemoteDataset.ts'
import type {Arguments} from './Arguments.ts'
import type {Environment, OptionSpec} from './Command.ts'
import {COMMON_OPTIONS} from './commonOptions.ts'

const TOKEN = 'SANITY_AUTH_TOKEN'

/** What `lake push` and `lake pull` take: the two sides, and what goes from one to the other. */
export const REMOTE_OPTIONS = {
  ...COMMON_OPTIONS,
  'remote-project': {
    type: 'string',
    value: '<id>',
    help: 'project on the other side',
    environment: 'SANITY_PROJECT_ID',
  },
  'remote-dataset': {
    type: 'string',
    value: '<name>',
    help: 'dataset on the other side',
    environment: 'SANITY_DATASET',
    default: 'production',
  },
  'api-host': {
    type: 'string',
    value: '<url>',
    help: 'where its API is; another lake is one too',
    environment: 'SANITY_API_HOST',
    default: 'https://api.sanity.io',
  },
  types: {
    type: 'string',
    multiple: true,
    value: '<list>',
    help: 'documents of these types alone, with the assets that they show',
  },
  drafts: {type: 'boolean', help: 'drafts, versions and releases; --no-drafts leaves them', default: 'true'},
  replace: {type: 'boolean', help: 'writes over documents that exist'},
  missing: {type: 'boolean', help: 'leaves documents that exist as they are'},
  'dry-run': {type: 'boolean', help: 'says what would be done and writes nothing'},
  retries: {
    type: 'string',
    value: '<n>',
    help: 'how often a failure of the network or the server is tried again',
    default: '6',
  },
  token: {type: 'string', value: '<…>', help: `refused: set ${TOKEN} instead`},
} as const satisfies Record<string, OptionSpec>

/** What is to know of both commands. */
export const REMOTE_NOTES = [
  `The token of the other side is read from ${TOKEN} alone: what stands in a command line, everybody on this machine can read.`,
  'When it is stopped, by Ctrl-C or by a failure, the same command goes on from there (exit code 3).',
]

/** The other side. @throws LakeError `usage` without a project or a token. */
export function openRemote(args: Arguments, environment: Environment, signal: AbortSignal): RemoteDataset {
  if (args.text('token') !== undefined)
    throw new LakeError(
      'usage',
      `A token in a command line can be read by everybody on this machine: revoke this one, and set ${TOKEN} to a new one.`,
    )
  const token = environment[TOKEN]
  if (token === undefined || token === '')
    throw new LakeError(
      'usage',
      `Set ${TOKEN} to a token of the other side: read it from a file or a password store, not from the command line.`,
    )
  return new RemoteDataset({
    apiHost: args.demand('api-host'),
    projectId: args.demand('remote-project'),
    dataset: args.demand('remote-dataset'),
    token,
    fetch,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    random: Math.random,
    retries: args.number('retries', {max: 100}),
    signal,
  })
}

/** Stops at the next place where that does no harm; a second Ctrl-C ends the process at once. */
export function stopOnSignal(): {signal: AbortSignal; release(): void} {
  const controller = new AbortController()
  const stop = (): void => controller.abort()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, stop)
  return {
    signal: controller.signal,
    release: () => {
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, stop)
    },
  }
}
