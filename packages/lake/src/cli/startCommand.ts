import {startLake} from '../startLake.ts'
import {EXIT} from './Command.ts'
import type {Command} from './Command.ts'
import {COMMON_OPTIONS, readCommon} from './commonOptions.ts'
import {readTls, TLS_OPTIONS} from './readTls.ts'
import {LIMIT_OPTIONS, readLimits} from './limitOptions.ts'

const NETWORK_WARNING =
  'Warning: other machines can reach this lake. Whoever does may read what is published in public datasets, and there is no login page: people need tokens.'
const UNENCRYPTED =
  ' Tokens travel unencrypted: give --tls-cert and --tls-key, or put a proxy with TLS in front.'

/** `lake start`: serves until it is told to stop. */
export const startCommand: Command = {
  summary: 'Serve until Ctrl-C.',
  usage: ['start'],
  positionals: 0,
  options: {
    ...COMMON_OPTIONS,
    port: {
      type: 'string',
      value: '<number>',
      help: '0 takes any free one',
      environment: 'LAKE_PORT',
      default: '3900',
    },
    host: {
      type: 'string',
      value: '<address>',
      help: 'where it listens; the default is this machine alone',
      environment: 'LAKE_HOST',
      default: '127.0.0.1',
    },
    'allow-origin': {
      type: 'string',
      multiple: true,
      value: '<url>',
      help: "pages that may talk to it besides this machine's, repeatable",
      environment: 'LAKE_ALLOW_ORIGIN',
    },
    'allow-host': {
      type: 'string',
      multiple: true,
      value: '<name>',
      help: "names it answers to besides this machine's, repeatable",
      environment: 'LAKE_ALLOW_HOST',
    },
    'allow-private-webhooks': {
      type: 'boolean',
      help: 'webhooks may reach this machine and private networks',
      environment: 'LAKE_ALLOW_PRIVATE_WEBHOOKS',
    },
    'history-days': {
      type: 'string',
      value: '<number>',
      help: 'days for which the history is kept; without it, all of it',
      environment: 'LAKE_HISTORY_DAYS',
    },
    private: {type: 'boolean', help: 'the dataset is read with a token alone, from this start on'},
    ...TLS_OPTIONS,
    ...LIMIT_OPTIONS,
  },
  run: async ({args, output}) => {
    const tls = readTls(args)
    const keepsAllHistory = args.text('history-days') === undefined
    const lake = await startLake({
      ...readCommon(args),
      port: args.number('port', {max: 65_535}),
      host: args.demand('host'),
      allowedOrigins: args.list('allow-origin'),
      allowedHosts: args.list('allow-host'),
      webhooks: {allowPrivate: args.flag('allow-private-webhooks')},
      aclMode: args.flag('private') ? 'private' : 'public',
      ...(keepsAllHistory ? {} : {historyRetentionDays: args.number('history-days', {min: 1})}),
      limits: readLimits(args),
      ...(tls ? {tls} : {}),
      onError: (error) =>
        output.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    })
    if (lake.isOnNetwork) output.error(tls ? NETWORK_WARNING : `${NETWORK_WARNING}${UNENCRYPTED}`)
    output.out(`The lake listens on ${lake.url} (project ${lake.projectId}, dataset ${lake.dataset}).`)
    await stopSignal()
    await lake.close()
    output.out('The lake has stopped.')
    return EXIT.done
  },
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
