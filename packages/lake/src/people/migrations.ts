/**
 * The tables of people, one step a version, in order; every step may run again without harm. Secrets are stored as
 * SHA-256 hashes alone.
 */
export const PEOPLE_MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE IF NOT EXISTS people_users (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    role TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE UNIQUE INDEX IF NOT EXISTS people_users_by_name ON people_users (name COLLATE NOCASE);
  CREATE TABLE IF NOT EXISTS people_sessions (
    hash TEXT PRIMARY KEY,
    user_id TEXT NOT NULL REFERENCES people_users (id) ON DELETE CASCADE,
    expires_at TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS people_keyvalues (
    user_id TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (user_id, key)
  ) WITHOUT ROWID;
  `,
]
