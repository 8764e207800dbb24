import {isRole} from '../access/Viewer.ts'
import {BACKUP, REPAIR} from './Finding.ts'
import type {CheckContext, Finding} from './Finding.ts'
import {isReadable} from './readStored.ts'

/** Whether tokens and people have a role that there is, with another they may only read; and what is kept for people. */
export function* checkAccess({database}: CheckContext): Generator<Finding> {
  for (const {id, role} of database.prepare('SELECT id, role FROM access_tokens ORDER BY id').all()) {
    if (isRole(role)) continue
    yield {
      problem: `token ${String(id)} has the role ${JSON.stringify(role)}, which there is not.`,
      fix: 'Revoke it with "lake token revoke", and make another.',
    }
  }
  const isTable =
    database.prepare(`SELECT 1 FROM sqlite_master WHERE name = 'people_users'`).get() !== undefined
  if (!isTable) return
  for (const {id, role} of database.prepare('SELECT id, role FROM people_users ORDER BY id').all()) {
    if (isRole(role)) continue
    yield {
      problem: `person ${String(id)} has the role ${JSON.stringify(role)}, which there is not.`,
      fix: BACKUP,
    }
  }
  for (const row of database.prepare('SELECT user_id, key, value FROM people_keyvalues').all()) {
    if (isReadable(row['value'])) continue
    const [user, key] = [String(row['user_id']), String(row['key'])]
    yield {
      problem: `what the Studio remembers for person ${user} as ${JSON.stringify(key)} cannot be read.`,
      fix: `${REPAIR} It is forgotten then.`,
      repair: () => {
        database.prepare('DELETE FROM people_keyvalues WHERE user_id = ? AND key = ?').run(user, key)
      },
    }
  }
}
