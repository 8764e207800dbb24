import {randomBytes} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'
import {hashToken, isTokenOf} from '../access/hashToken.ts'
import {isRole, type Role, type Viewer} from '../access/Viewer.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {LakeLimits} from '../LakeLimits.ts'
import {createKeyValues, type KeyValues} from './createKeyValues.ts'
import {PEOPLE_MIGRATIONS} from './migrations.ts'

/** Somebody who signs in, as opposed to a program with a token. */
export type Person = {id: string; name: string; email: string; role: Role; createdAt: string}

export type People = {
  list(): Person[]
  find(id: string): Person | undefined
  /**
   * Adds a person; the first one becomes administrator, the others editors.
   * @throws LakeError `badRequest` for an empty, overlong or taken name, or what is no e-mail address.
   */
  create(person: {name: string; email?: string}): Person
  /** @throws LakeError `notFound`, or `conflict` when no administrator would be left. */
  setRole(id: string, role: Role): Person
  /** Signs a person in; the token is returned once and stored only as a hash. @throws LakeError `notFound`. */
  createSession(userId: string): string
  /** Whether there was such a session. */
  endSession(token: string): boolean
  /** Who a session's token stands for; a session that has run out stands for nobody. */
  identify(token: string): Viewer | undefined
  keyValues: KeyValues
}

const DAY_MS = 86_400_000
const DEFAULT_SESSION_DAYS = 30
const MAX_NAME_LENGTH = 100

function toPerson(row: Record<string, unknown> | undefined): Person | undefined {
  if (row === undefined) return undefined
  const role = row['role']
  return {
    id: String(row['id']),
    name: String(row['name']),
    email: String(row['email']),
    role: isRole(role) ? role : 'viewer',
    createdAt: String(row['created_at']),
  }
}

function readName(given: string): string {
  const name = given.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  if (name === '') throw new LakeError('badRequest', 'A person needs a name. Write one.')
  if (name.length > MAX_NAME_LENGTH)
    throw new LakeError('badRequest', `A name has at most ${MAX_NAME_LENGTH} characters.`)
  if (/\p{C}/u.test(name)) throw new LakeError('badRequest', 'A name has no control characters.')
  return name
}

function readEmail(given: string | undefined): string {
  const email = given?.trim() ?? ''
  if (email !== '' && (email.length > 254 || !/^[^\s@]+@[^\s@]+$/.test(email))) {
    throw new LakeError(
      'badRequest',
      `"${email}" is no e-mail address. Write one such as ada@example.org, or none.`,
    )
  }
  return email
}

function prepareStatements(database: DatabaseSync) {
  const columns = 'id, name, email, role, created_at'
  return {
    list: database.prepare(`SELECT ${columns} FROM people_users ORDER BY created_at, id`),
    find: database.prepare(`SELECT ${columns} FROM people_users WHERE id = ?`),
    findByName: database.prepare(`SELECT ${columns} FROM people_users WHERE name = ? COLLATE NOCASE`),
    count: database.prepare('SELECT count(*) AS count FROM people_users WHERE role = ?'),
    insert: database.prepare(`INSERT INTO people_users (${columns}) VALUES (?, ?, ?, ?, ?)`),
    setRole: database.prepare('UPDATE people_users SET role = ? WHERE id = ?'),
    addSession: database.prepare('INSERT INTO people_sessions (hash, user_id, expires_at) VALUES (?, ?, ?)'),
    removeSession: database.prepare('DELETE FROM people_sessions WHERE hash = ?'),
    sweep: database.prepare('DELETE FROM people_sessions WHERE expires_at < ?'),
    session: database.prepare(
      `SELECT people_users.id, role, hash FROM people_sessions JOIN people_users ON people_users.id = user_id
       WHERE hash = ? AND expires_at >= ?`,
    ),
  }
}

/**
 * People, their roles, sessions and key-values, in the lake's own database.
 *
 * @example
 * ```ts
 * const people = createPeople({database, clock: () => new Date(), limits: completeLimits()})
 * const {id} = people.create({name: 'Ada'}) // administrator, being the first
 * people.identify(people.createSession(id)) // {kind: 'member', userId: id, role: 'administrator'}
 * ```
 */
export function createPeople({
  database,
  clock,
  limits,
  sessionLifetimeMs = DEFAULT_SESSION_DAYS * DAY_MS,
}: {
  database: DatabaseSync
  clock: () => Date
  limits: Pick<LakeLimits, 'maxKeyValueBytes' | 'maxKeyValues'>
  sessionLifetimeMs?: number
}): People {
  for (const step of PEOPLE_MIGRATIONS) database.exec(step)
  const sql = prepareStatements(database)
  const find = (id: string) => toPerson(sql.find.get(id))
  const demand = (id: string): Person => {
    const person = find(id)
    if (person === undefined) throw new LakeError('notFound', `There is no person "${id}".`)
    return person
  }
  const administrators = () => Number(sql.count.get('administrator')?.['count'] ?? 0)
  return {
    list: () => sql.list.all().flatMap((row) => toPerson(row) ?? []),
    find,
    create(given) {
      const [name, email] = [readName(given.name), readEmail(given.email)]
      if (sql.findByName.get(name)) {
        throw new LakeError(
          'badRequest',
          `"${name}" is there already. Choose that person, or write another name.`,
        )
      }
      const id = `p${randomBytes(6).toString('hex')}`
      const role = administrators() === 0 ? 'administrator' : 'editor'
      sql.insert.run(id, name, email, role, clock().toISOString())
      return demand(id)
    },
    setRole(id, role) {
      const person = demand(id)
      if (person.role === 'administrator' && role !== 'administrator' && administrators() === 1) {
        throw new LakeError(
          'conflict',
          `${person.name} is the only administrator. Make somebody else one first.`,
        )
      }
      sql.setRole.run(role, id)
      return demand(id)
    },
    createSession(userId) {
      demand(userId)
      sql.sweep.run(clock().toISOString())
      const token = `st${randomBytes(32).toString('base64url')}`
      sql.addSession.run(
        hashToken(token),
        userId,
        new Date(clock().getTime() + sessionLifetimeMs).toISOString(),
      )
      return token
    },
    endSession: (token) => sql.removeSession.run(hashToken(token)).changes === 1,
    identify(token) {
      const row = sql.session.get(hashToken(token), clock().toISOString())
      const role = row?.['role']
      return row && isTokenOf(token, row['hash']) && isRole(role)
        ? {kind: 'member', userId: String(row['id']), role}
        : undefined
    },
    keyValues: createKeyValues(database, limits),
  }
}
