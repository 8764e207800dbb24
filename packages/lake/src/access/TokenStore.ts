import {createHash, randomBytes} from 'node:crypto'
import type {DatabaseSync, StatementSync} from 'node:sqlite'
import {isRole} from './Viewer.ts'
import type {Role, Viewer} from './Viewer.ts'

/** A token as it may be listed: never the secret, which is shown once. */
export type TokenInfo = {id: string; label: string; role: Role; createdAt: string}

/** Tokens for programs. Only their hash is stored; a look-up by hash compares nothing that leaks by its timing. */
export class TokenStore {
  readonly #insert: StatementSync
  readonly #find: StatementSync
  readonly #list: StatementSync
  readonly #remove: StatementSync
  readonly #clock: () => Date

  constructor(database: DatabaseSync, clock: () => Date) {
    database.exec(
      `CREATE TABLE IF NOT EXISTS access_tokens (
         id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, label TEXT NOT NULL, role TEXT NOT NULL, created_at TEXT NOT NULL
       ) WITHOUT ROWID`,
    )
    this.#clock = clock
    this.#insert = database.prepare(
      'INSERT INTO access_tokens (id, hash, label, role, created_at) VALUES (?, ?, ?, ?, ?)',
    )
    this.#find = database.prepare('SELECT id, role FROM access_tokens WHERE hash = ?')
    this.#list = database.prepare(
      'SELECT id, label, role, created_at FROM access_tokens ORDER BY created_at, id',
    )
    this.#remove = database.prepare('DELETE FROM access_tokens WHERE id = ?')
  }

  /** Makes a token and returns its secret, which cannot be had again. */
  create({role, label}: {role: Role; label: string}): string {
    const id = `robot-${randomBytes(6).toString('hex')}`
    const token = `sk${randomBytes(32).toString('base64url')}`
    this.#insert.run(id, hash(token), label, role, this.#clock().toISOString())
    return token
  }

  list(): TokenInfo[] {
    return this.#list.all().map((row) => {
      const role = row['role']
      return {
        id: String(row['id']),
        label: String(row['label']),
        role: isRole(role) ? role : 'viewer',
        createdAt: String(row['created_at']),
      }
    })
  }

  revoke(id: string): boolean {
    return this.#remove.run(id).changes === 1
  }

  /** Who a token stands for, if it is one of ours. */
  identify(token: string): Viewer | undefined {
    const row = this.#find.get(hash(token))
    const role = row?.['role']
    return row && isRole(role) ? {kind: 'member', userId: String(row['id']), role} : undefined
  }
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
