import {LakeError} from '../errors/LakeError.ts'

/** What the system says of a port or an address that cannot be listened on, with what to do; others as they are. */
export function listenError(cause: Error, {host, port}: {host: string; port: number}): Error {
  switch ('code' in cause ? cause.code : undefined) {
    case 'EADDRINUSE':
      return new LakeError(
        'portInUse',
        `Port ${port} is in use: stop what listens there, or choose another with --port or LAKE_PORT.`,
        {cause},
      )
    case 'EACCES':
    case 'EPERM':
      return new LakeError(
        'failed',
        `This user may not listen on port ${port}: choose one from 1024 on with --port or LAKE_PORT.`,
        {cause},
      )
    case 'EADDRNOTAVAIL':
    case 'EAI_AGAIN':
    case 'EAI_FAIL':
    case 'EINVAL':
    case 'ENOTFOUND':
      return new LakeError(
        'failed',
        `This machine has no address "${host}": give one of its own with --host or LAKE_HOST, or 0.0.0.0 for all of them.`,
        {cause},
      )
    default:
      return cause
  }
}
