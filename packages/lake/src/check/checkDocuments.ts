import type {DatabaseSync} from 'node:sqlite'
import {collectReferences} from '../documents/collectReferences.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {slugOf} from '../store/slugOf.ts'
import {REPAIR} from './Finding.ts'
import type {CheckContext, Finding} from './Finding.ts'
import {readStored} from './readStored.ts'
import {writeReferences} from './writeReferences.ts'

type Row = Record<string, unknown>

/** Whether what is kept beside each document, so that it is found, says what the document says. */
export function* checkDocuments({database, onChecked}: CheckContext): Generator<Finding> {
  const total = Number(database.prepare('SELECT count(*) AS n FROM documents').get()?.['n'])
  const references = readReferences(database)
  const ids = new Set<string>()
  for (const row of database.prepare('SELECT dataset, id FROM documents').iterate()) ids.add(keyOf(row))
  let done = 0
  for (const row of database.prepare('SELECT * FROM documents ORDER BY dataset, id').iterate()) {
    onChecked('documents', (done += 1), total)
    const document = readStored(row['content'])
    const known = references.get(keyOf(row)) ?? new Map<string, boolean>()
    references.delete(keyOf(row))
    // What cannot be read is the business of the check of the log, which may know it.
    if (!document) continue
    yield* checkColumns(database, row, document)
    yield* checkReferences(database, row, document, known)
    for (const [target, {strong}] of collectReferences(document)) {
      if (!strong || ids.has(keyOf({dataset: row['dataset'], id: target}))) continue
      yield {
        ...placeOf(row),
        problem: `it refers to "${target}", which is not there.`,
        fix: 'Remove the reference, or create the document again.',
      }
    }
  }
  for (const [key, targets] of references) {
    const [dataset = '', document = ''] = key.split('\u0000')
    yield {
      dataset,
      document,
      problem: `it is listed as referring to ${[...targets.keys()].join(', ')}, and is not there.`,
      fix: REPAIR,
      repair: () => writeReferences(database, {dataset, document}),
    }
  }
}

function* checkColumns(database: DatabaseSync, row: Row, document: LakeDocument): Generator<Finding> {
  const expected: Row = {
    id: document._id,
    type: document._type,
    slug: slugOf(document) ?? null,
    rev: document._rev,
    created_at: document._createdAt,
    updated_at: document._updatedAt,
  }
  const wrong = Object.keys(expected).filter((name) => row[name] !== expected[name])
  if (wrong.length === 0) return
  const problem = `${wrong.map((name) => `"${name}" is kept as ${JSON.stringify(row[name])}`).join(', ')}; the document says otherwise.`
  // A row under another id than its document has is not one that can be put right by itself.
  if (wrong.includes('id')) {
    yield {...placeOf(row), problem, fix: 'Bring back a backup with "lake restore".'}
    return
  }
  const {_type, _rev, _createdAt, _updatedAt} = document
  yield {
    ...placeOf(row),
    problem,
    fix: REPAIR,
    repair: () => {
      database
        .prepare(
          'UPDATE documents SET type = ?, slug = ?, rev = ?, created_at = ?, updated_at = ? WHERE dataset = ? AND id = ?',
        )
        .run(
          _type,
          slugOf(document) ?? null,
          _rev,
          _createdAt,
          _updatedAt,
          String(row['dataset']),
          document._id,
        )
    },
  }
}

function* checkReferences(
  database: DatabaseSync,
  row: Row,
  document: LakeDocument,
  known: ReadonlyMap<string, boolean>,
): Generator<Finding> {
  const actual = collectReferences(document)
  const wrong = [...new Set([...actual.keys(), ...known.keys()])].filter(
    (target) => actual.get(target)?.strong !== known.get(target),
  )
  if (wrong.length === 0) return
  yield {
    ...placeOf(row),
    problem: `its references to ${wrong.join(', ')} are not listed as they are.`,
    fix: REPAIR,
    repair: () => writeReferences(database, placeOf(row), document),
  }
}

function readReferences(database: DatabaseSync): Map<string, Map<string, boolean>> {
  const bySource = new Map<string, Map<string, boolean>>()
  for (const row of database.prepare('SELECT * FROM document_references').iterate()) {
    const key = keyOf({dataset: row['dataset'], id: row['source']})
    const targets = bySource.get(key) ?? new Map<string, boolean>()
    bySource.set(key, targets.set(String(row['target']), row['strong'] === 1))
  }
  return bySource
}

function keyOf(row: Row): string {
  return `${String(row['dataset'])}\u0000${String(row['id'])}`
}

function placeOf(row: Row): {dataset: string; document: string} {
  return {dataset: String(row['dataset']), document: String(row['id'])}
}
