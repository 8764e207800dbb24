/** The statements of format 1 as they were released: a file made by them is what an old lake left behind. */
export const FORMAT_1 = `
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
  `
