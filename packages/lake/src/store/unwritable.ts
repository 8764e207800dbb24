import {LakeError} from '../errors/LakeError.ts'

/** The error for a data folder that would have to be written and cannot be. */
export function unwritable(dataDir: string, cause: unknown): LakeError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new LakeError(
    'diskFailed',
    `${dataDir} cannot be written (${reason}): see that its disk is well, has room and may be written. "lake export" and "lake backup" read it all the same.`,
    {cause},
  )
}
