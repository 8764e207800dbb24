import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {LakeError} from '../errors/LakeError.ts'

/**
 * @param options.mayMake - a folder without a lake will do: one is made there
 * @throws LakeError `notFound` for a folder that is probably mistyped.
 */
export function assertLakeThere(dataDir: string, {mayMake = false}: {mayMake?: boolean} = {}): void {
  if (existsSync(join(dataDir, 'lake.sqlite'))) return
  if (!mayMake)
    throw new LakeError(
      'notFound',
      `There is no lake in ${dataDir}: name its folder with --data-dir or DATA_DIR.`,
    )
  if (existsSync(dataDir)) return
  throw new LakeError(
    'notFound',
    `There is no folder ${dataDir}: name that of the lake with --data-dir or DATA_DIR, or start the lake once to make it.`,
  )
}
