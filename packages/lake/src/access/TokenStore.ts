import {randomBytes} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors/LakeError.ts'
import {hashToken, isTokenOf} from './hashToken.ts'
import {isRole} from './Viewer.ts'
import type {Role, Viewer} from './Viewer.ts'

/** A token as it may be listed: never the secret, which is shown once. Times are ISO 8601. */
export type TokenInfo = {
  id: string
  label: string
  role: Role
  createdAt: string
  expiresAt: string | undefined
  /** The day, as `2026-01-31`. */
  lastUsedOn: string | undefined
}

/** A token to be made. */
export type TokenRequest = {role: Role; label: string; expiresAt?: Date}

const MAX_LABEL_LENGTH = 200

function prepare(database: DatabaseSync) {
  const columns = 'id, label, role, created_at, expires_at, last_used_on'
  return {
    insert: database.prepare(
      'INSERT INTO access_tokens (id, hash, label, role, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    find: database.prepare(`SELECT ${columns}, hash FROM access_tokens WHERE hash = ?`),
    list: database.prepare(`SELECT ${columns} FROM access_tokens ORDER BY created_at, id`),
    remove: database.prepare('DELETE FROM access_tokens WHERE id = ?'),
    use: database.prepare('UPDATE access_tokens SET last_used_on = ? WHERE id = ?'),
  }
}

/** Tokens for programs; only their hashes are stored. */
export class TokenStore {
  readonly #sql: ReturnType<typeof prepare>
  readonly #clock: () => Date

  constructor(database: DatabaseSync, clock: () => Date) {
    this.#sql = prepare(database)
    this.#clock = clock
  }

  /**
   * Makes a token and returns its secret, which cannot be had again.
   * @throws LakeError `badRequest` for a label that would break the line it is listed on, or a time that is over.
   */
  create({role, label, expiresAt}: TokenRequest): string {
    if (/[\p{C}\p{Zl}\p{Zp}]/u.test(label) || label.length > MAX_LABEL_LENGTH)
      throw new LakeError('badRequest', `A label is one line of at most ${MAX_LABEL_LENGTH} characters.`)
    const now = this.#clock()
    if (expiresAt && !(expiresAt > now))
      throw new LakeError('badRequest', 'The token would have run out already: choose a later time.')
    const id = `robot-${randomBytes(6).toString('hex')}`
    const token = `sk${randomBytes(32).toString('base64url')}`
    const expiry = expiresAt?.toISOString() ?? null
    this.#sql.insert.run(id, hashToken(token), label, role, now.toISOString(), expiry)
    return token
  }

  list(): TokenInfo[] {
    return this.#sql.list.all().map(toInfo)
  }

  revoke(id: string): boolean {
    return this.#sql.remove.run(id).changes === 1
  }

  /** Who a token stands for, if it is one of ours and has not run out. */
  identify(token: string): Viewer | undefined {
    const row = this.#sql.find.get(hashToken(token))
    if (!row || !isTokenOf(token, row['hash'])) return undefined
    const {id, role, expiresAt, lastUsedOn} = toInfo(row)
    const now = this.#clock().toISOString()
    if (expiresAt !== undefined && expiresAt <= now) return undefined
    // A day is enough to find tokens that nobody uses, and costs one write a day.
    const today = now.slice(0, 10)
    if (lastUsedOn !== today) this.#noteUse(id, today)
    return {kind: 'member', userId: id, role}
  }

  #noteUse(id: string, day: string): void {
    try {
      this.#sql.use.run(day, id)
    } catch {
      // A full disk keeps the date from being written, and nobody from reading.
    }
  }
}

function toInfo(row: Record<string, unknown>): TokenInfo {
  const text = (name: string): string | undefined => {
    const value = row[name]
    return typeof value === 'string' ? value : undefined
  }
  const role = row['role']
  return {
    id: String(row['id']),
    label: String(row['label']),
    role: isRole(role) ? role : 'viewer',
    createdAt: String(row['created_at']),
    expiresAt: text('expires_at'),
    lastUsedOn: text('last_used_on'),
  }
}
