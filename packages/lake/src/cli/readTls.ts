import {readFileSync} from 'node:fs'
import {createSecureContext} from 'node:tls'
import {LakeError} from '../errors/LakeError.ts'
import type {TlsOptions} from '../http/createLakeServer.ts'
import type {Arguments} from './Arguments.ts'
import type {OptionSpec} from './Command.ts'

/** With these a lake serves HTTPS. */
export const TLS_OPTIONS = {
  'tls-cert': {
    type: 'string',
    value: '<file>',
    help: 'certificate, PEM: serves HTTPS with HTTP/2 instead of HTTP',
    environment: 'LAKE_TLS_CERT',
  },
  'tls-key': {type: 'string', value: '<file>', help: 'its key, PEM', environment: 'LAKE_TLS_KEY'},
} as const satisfies Record<string, OptionSpec>

/**
 * Reads {@link TLS_OPTIONS}.
 * @throws LakeError `usage` naming the option when one is missing, a file cannot be read, or the two do not belong together.
 */
export function readTls(args: Arguments): TlsOptions | undefined {
  if (args.text('tls-cert') === undefined && args.text('tls-key') === undefined) return undefined
  const tls = {cert: readPem(args, 'tls-cert'), key: readPem(args, 'tls-key')}
  try {
    createSecureContext(tls)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new LakeError(
      'usage',
      `--tls-cert and --tls-key are no certificate with its key, both as PEM: ${reason}.`,
      {
        cause,
      },
    )
  }
  return tls
}

function readPem(args: Arguments, name: keyof typeof TLS_OPTIONS): string {
  const file = args.demand(name)
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new LakeError('usage', `--${name}: ${file} cannot be read.`, {cause})
  }
}
