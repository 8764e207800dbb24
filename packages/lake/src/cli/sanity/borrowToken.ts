import {existsSync} from 'node:fs'
import {join} from 'node:path'
import {TokenStore} from '../../access/TokenStore.ts'
import {LakeError} from '../../errors/LakeError.ts'
import {openDatabase} from '../../store/openDatabase.ts'

/** A token for one run. */
export type BorrowedToken = {text: string; giveBack(): void}

/**
 * An administrator's token for one run, revoked when it is given back: whoever may read the data folder could make one that
 * stays.
 * @throws LakeError `badRequest` when there is no lake in the folder.
 */
export function borrowToken(dataDir: string): BorrowedToken {
  if (!existsSync(join(dataDir, 'lake.sqlite'))) {
    throw new LakeError(
      'badRequest',
      `There is no lake in ${dataDir}: say where its data is with --data-dir, or give a token as SANITY_AUTH_TOKEN.`,
    )
  }
  const database = openDatabase(dataDir)
  const tokens = new TokenStore(database, () => new Date())
  const text = tokens.create({role: 'administrator', label: 'lake sanity, for one run'})
  const viewer = tokens.identify(text)
  return {
    text,
    giveBack: () => {
      if (viewer?.kind === 'member') tokens.revoke(viewer.userId)
      database.close()
    },
  }
}
