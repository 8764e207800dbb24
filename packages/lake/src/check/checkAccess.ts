import {isRole} from '../access/Viewer.ts'
import type {CheckContext, Finding} from './Finding.ts'

/** Whether tokens and people have a role that there is; with another they may only read. */
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
      fix: 'Bring back a backup with "lake restore".',
    }
  }
}
