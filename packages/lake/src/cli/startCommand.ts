import {parseArgs} from 'node:util'
import {startLake} from '../startLake.ts'
import {COMMON_OPTIONS, readCommon, readPort} from './commonOptions.ts'
import type {Command} from './runCommand.ts'

const OPTIONS = {
  ...COMMON_OPTIONS,
  port: {type: 'string'},
  host: {type: 'string'},
  'allow-origin': {type: 'string', multiple: true},
  'allow-host': {type: 'string', multiple: true},
  private: {type: 'boolean'},
  'allow-private-webhooks': {type: 'boolean'},
} as const

/** `lake start`: serves until it is told to stop. */
export const startCommand: Command = async (args, environment, output) => {
  const {values} = parseArgs({args, options: OPTIONS})
  const lake = await startLake({
    ...readCommon(values, environment),
    port: readPort(values.port ?? environment['LAKE_PORT'] ?? '3900'),
    host: values.host ?? environment['LAKE_HOST'] ?? '127.0.0.1',
    allowedOrigins: values['allow-origin'] ?? listOf(environment['LAKE_ALLOW_ORIGIN']),
    allowedHosts: values['allow-host'] ?? listOf(environment['LAKE_ALLOW_HOST']),
    webhooks: {
      allowPrivate: values['allow-private-webhooks'] ?? environment['LAKE_ALLOW_PRIVATE_WEBHOOKS'] === '1',
    },
    aclMode: values.private === true ? 'private' : 'public',
    onError: (error) => output.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
  })
  output.out(`The lake listens on ${lake.url} (project ${lake.projectId}, dataset ${lake.dataset}).`)
  await stopSignal()
  await lake.close()
  output.out('The lake has stopped.')
  return 0
}

function listOf(text: string | undefined): string[] {
  return (text ?? '').split(',').filter((item) => item !== '')
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
}
