import {createLog, LOG_LEVELS} from '../log/createLog.ts'
import type {Log} from '../log/createLog.ts'
import {startLake} from '../startLake.ts'
import type {Arguments} from './Arguments.ts'
import {EXIT} from './Command.ts'
import type {Command, Output} from './Command.ts'
import {COMMON_OPTIONS, readCommon} from './commonOptions.ts'
import {readTls, TLS_OPTIONS} from './readTls.ts'
import {LIMIT_OPTIONS, readLimits} from './limitOptions.ts'
import {readHosts, readOrigins} from './readNames.ts'

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
    login: {
      type: 'boolean',
      help: 'this machine may sign in without a password, as an administrator too; --no-login where a proxy is in front',
      environment: 'LAKE_LOGIN',
      default: 'true',
    },
    private: {type: 'boolean', help: 'the dataset is read with a token alone, from this start on'},
    metrics: {
      type: 'boolean',
      help: 'answers GET /metrics, to this machine and to tokens of administrators',
      environment: 'LAKE_METRICS',
    },
    'log-level': {
      type: 'string',
      value: '<level>',
      help: `from what on something is told: ${LOG_LEVELS.join(', ')}; requests are info`,
      environment: 'LAKE_LOG_LEVEL',
      default: 'warn',
    },
    'log-format': {
      type: 'string',
      value: '<form>',
      help: 'json or pretty; lines for people on a terminal, else JSON, unless told',
      environment: 'LAKE_LOG_FORMAT',
    },
    'log-file': {
      type: 'string',
      value: '<file>',
      help: 'where the log goes; the error output unless told',
      environment: 'LAKE_LOG_FILE',
    },
    'stop-timeout': {
      type: 'string',
      value: '<ms>',
      help: 'how long requests under way may take when it stops',
      environment: 'LAKE_STOP_TIMEOUT',
      default: '5000',
    },
    ...TLS_OPTIONS,
    ...LIMIT_OPTIONS,
  },
  notes: [
    'The log holds no content, no parameters and no tokens: of a request its route, status, time and size, and the id that the answer carries as x-request-id.',
    'Ctrl-C or SIGTERM stops it when the requests under way are answered; all that was acknowledged is on disk.',
  ],
  run: async ({args, output}) => {
    const log = openLog(args, output)
    const tls = readTls(args)
    const keepsAllHistory = args.text('history-days') === undefined
    const lake = await startLake({
      ...readCommon(args),
      port: args.number('port', {max: 65_535}),
      host: args.demand('host'),
      allowedOrigins: readOrigins(args),
      allowedHosts: readHosts(args),
      webhooks: {allowPrivate: args.flag('allow-private-webhooks')},
      aclMode: args.flag('private') ? 'private' : 'public',
      ...(keepsAllHistory ? {} : {historyRetentionDays: args.number('history-days', {min: 1})}),
      limits: readLimits(args),
      ...(tls ? {tls} : {}),
      login: args.flag('login'),
      metrics: args.flag('metrics'),
      stopTimeoutMs: args.number('stop-timeout', {max: 3_600_000}),
      onRequest: (record) => log.request(record),
      onError: (error) => log.failure(error),
    })
    if (lake.isOnNetwork) output.error(tls ? NETWORK_WARNING : `${NETWORK_WARNING}${UNENCRYPTED}`)
    output.out(`The lake listens on ${lake.url} (project ${lake.projectId}, dataset ${lake.dataset}).`)
    log.event('started', {url: lake.url, project: lake.projectId, dataset: lake.dataset})
    await stopSignal()
    await lake.close()
    log.event('stopped')
    output.out('The lake has stopped.')
    return EXIT.done
  },
}

function openLog(args: Arguments, output: Output): Log {
  const file = args.text('log-file')
  const isForPeople = args.text('log-format') === undefined && file === undefined && output.draw !== undefined
  return createLog({
    level: args.choice('log-level', LOG_LEVELS),
    format:
      args.text('log-format') === undefined
        ? isForPeople
          ? 'pretty'
          : 'json'
        : args.choice('log-format', ['json', 'pretty']),
    ...(file === undefined ? {} : {file}),
    write: (line) => output.error(line),
  })
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
