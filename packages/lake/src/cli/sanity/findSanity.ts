import {existsSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {LakeError} from '../../errors/LakeError.ts'

/**
 * Finds the `sanity` command that a folder has installed, its own or one further up.
 * @returns the path of its script, for Node.
 * @throws LakeError `badRequest` that says how to install it.
 */
export function findSanity(folder: string): string {
  const require = createRequire(join(folder, 'package.json'))
  for (const place of require.resolve.paths('sanity') ?? []) {
    const manifest = join(place, 'sanity', 'package.json')
    if (existsSync(manifest)) return join(dirname(manifest), 'bin', 'sanity')
  }
  throw new LakeError(
    'badRequest',
    `There is no sanity command in ${folder} or above: install it there with "npm install sanity".`,
  )
}
