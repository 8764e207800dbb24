import type {DatabaseSync} from 'node:sqlite'
import {isForeignTarget} from '../crossDataset/foreignTarget.ts'
import {collectReferences} from '../documents/collectReferences.ts'
import {parseJson} from '../json/parseJson.ts'

/** Takes a database one format further: statements, or what needs the documents themselves. */
export type Migration = string | ((database: DatabaseSync) => void)

/**
 * The shape of the database, one step a format (`user_version`): step 0 makes format 1 out of nothing.
 *
 * A step is never edited once released, since files that have taken it are never given it again: add a step after it.
 * A step opens no transaction and leaves a database that the code of this commit can use; all that a file lacks run in
 * one transaction, after a copy of the file has been put beside it (`upgradeDatabase`).
 */
export const MIGRATIONS: readonly Migration[] = [
  // `slug` repeats `slug.current` of the document so that a page's address is found by index.
  `
  CREATE TABLE datasets (
    name TEXT PRIMARY KEY,
    acl_mode TEXT NOT NULL,
    profile TEXT NOT NULL,
    addon_for TEXT,
    created_at TEXT NOT NULL
  );
  CREATE TABLE documents (
    dataset TEXT NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    slug TEXT,
    rev TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    content TEXT NOT NULL,
    UNIQUE (dataset, id)
  );
  CREATE INDEX documents_by_type ON documents (dataset, id, type);
  CREATE INDEX documents_by_slug ON documents (dataset, slug, id) WHERE slug IS NOT NULL;
  CREATE TABLE document_references (
    dataset TEXT NOT NULL,
    source TEXT NOT NULL,
    target TEXT NOT NULL,
    strong INTEGER NOT NULL,
    PRIMARY KEY (dataset, target, source)
  ) WITHOUT ROWID;
  CREATE TABLE transactions (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset TEXT NOT NULL,
    id TEXT NOT NULL,
    author TEXT NOT NULL,
    timestamp TEXT NOT NULL,
    mutations TEXT NOT NULL,
    origin TEXT,
    UNIQUE (dataset, id)
  );
  CREATE TABLE transaction_effects (
    sequence INTEGER NOT NULL REFERENCES transactions (sequence),
    dataset TEXT NOT NULL,
    document TEXT NOT NULL,
    previous_rev TEXT,
    result_rev TEXT,
    apply TEXT NOT NULL,
    revert TEXT NOT NULL,
    PRIMARY KEY (dataset, document, sequence)
  ) WITHOUT ROWID;
  CREATE INDEX effects_by_sequence ON transaction_effects (sequence);
  `,
  `
  CREATE TABLE webhooks (
    id TEXT PRIMARY KEY,
    definition TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    since INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE webhook_cursor (sequence INTEGER NOT NULL);
  INSERT INTO webhook_cursor (sequence) VALUES (0);
  CREATE TABLE webhook_messages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    webhook TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    dataset TEXT NOT NULL,
    document TEXT NOT NULL,
    operation TEXT NOT NULL,
    transaction_id TEXT NOT NULL,
    transaction_time TEXT NOT NULL,
    payload TEXT NOT NULL,
    created_at TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'pending',
    failures INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER,
    result_code INTEGER
  );
  CREATE INDEX webhook_messages_due ON webhook_messages (next_attempt_at) WHERE status = 'pending';
  CREATE INDEX webhook_messages_by_webhook ON webhook_messages (webhook, id);
  CREATE TABLE webhook_attempts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    message INTEGER NOT NULL REFERENCES webhook_messages (id) ON DELETE CASCADE,
    webhook TEXT NOT NULL,
    created_at TEXT NOT NULL,
    in_progress INTEGER NOT NULL,
    failure_reason TEXT,
    result_code INTEGER,
    result_body TEXT,
    duration INTEGER
  );
  CREATE INDEX webhook_attempts_by_message ON webhook_attempts (message);
  CREATE INDEX webhook_attempts_by_webhook ON webhook_attempts (webhook, id);
  `,
  // How far an import that goes by parts has come; written in the same transaction as its documents.
  `
  CREATE TABLE import_progress (
    source TEXT NOT NULL,
    dataset TEXT NOT NULL,
    phase TEXT NOT NULL,
    line INTEGER NOT NULL,
    PRIMARY KEY (source, dataset)
  ) WITHOUT ROWID;
  `,
  // One row an effect, in the order of commit: a small edit touches the last page of the table and one of each index,
  // not two of each table. Effects of a multi-document transaction have no mutations of their own from before.
  `
  CREATE TABLE log (
    position INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL,
    dataset TEXT NOT NULL,
    id TEXT,
    author TEXT,
    timestamp TEXT,
    origin TEXT,
    effects INTEGER,
    document TEXT,
    previous_rev TEXT,
    result_rev TEXT,
    mutations TEXT,
    apply TEXT,
    revert TEXT
  );
  INSERT INTO log
    SELECT position, first, dataset,
      CASE position WHEN first THEN id END, CASE position WHEN first THEN author END,
      CASE position WHEN first THEN timestamp END, CASE position WHEN first THEN origin END,
      CASE position WHEN first THEN effects END,
      document, previous_rev, result_rev, CASE effects WHEN 1 THEN mutations END, apply, revert
    FROM (
      SELECT t.*, e.document, e.previous_rev, e.result_rev, e.apply, e.revert,
        row_number() OVER (ORDER BY t.sequence, e.document) AS position,
        row_number() OVER (ORDER BY t.sequence, e.document)
          - row_number() OVER (PARTITION BY t.sequence ORDER BY e.document) + 1 AS first,
        count(e.document) OVER (PARTITION BY t.sequence) AS effects
      FROM transactions t LEFT JOIN transaction_effects e ON e.sequence = t.sequence
    )
    ORDER BY position;
  UPDATE webhook_cursor SET sequence = (
    SELECT count(*) FROM transactions t LEFT JOIN transaction_effects e ON e.sequence = t.sequence
    WHERE t.sequence <= webhook_cursor.sequence
  );
  UPDATE webhooks SET since = (
    SELECT count(*) FROM transactions t LEFT JOIN transaction_effects e ON e.sequence = t.sequence
    WHERE t.sequence <= webhooks.since
  );
  DROP TABLE transaction_effects;
  DROP TABLE transactions;
  ALTER TABLE log RENAME TO transactions;
  CREATE UNIQUE INDEX transactions_by_id ON transactions (dataset, id) WHERE id IS NOT NULL;
  CREATE INDEX transactions_by_document ON transactions (dataset, document, sequence) WHERE document IS NOT NULL;
  `,
  // When a token runs out and when it was last used; before this format the table was made where it was needed.
  `
  CREATE TABLE IF NOT EXISTS access_tokens (
    id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, label TEXT NOT NULL, role TEXT NOT NULL, created_at TEXT NOT NULL
  ) WITHOUT ROWID;
  ALTER TABLE access_tokens ADD COLUMN expires_at TEXT;
  ALTER TABLE access_tokens ADD COLUMN last_used_on TEXT;
  `,
  // Documents of such an import whose references wait for others to be there.
  `
  CREATE TABLE import_weakened (
    source TEXT NOT NULL,
    dataset TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (source, dataset, id)
  ) WITHOUT ROWID;
  `,
  // References into other datasets stand beside those within one.
  (database) => {
    const put = database.prepare(
      'INSERT OR IGNORE INTO document_references (dataset, source, target, strong) VALUES (?, ?, ?, ?)',
    )
    const rows = database.prepare(
      `SELECT dataset, id, content FROM documents WHERE instr(content, '"_dataset"') > 0`,
    )
    for (const {dataset, id, content} of rows.all()) {
      for (const [target, {strong}] of collectReferences(parseJson(String(content)))) {
        if (isForeignTarget(target)) put.run(String(dataset), String(id), target, Number(strong))
      }
    }
  },
]
