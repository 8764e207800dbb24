import {parseJson} from '../json/parseJson.ts'
import {isLakeDocument} from '../documents/LakeDocument.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {LakeError} from '../errors/LakeError.ts'
import {assertServable} from './assertServable.ts'
import {openBeside} from './openBeside.ts'

/** The documents of a data folder as of one moment, whatever a running lake does meanwhile. */
export type Snapshot = {
  /** @throws LakeError `notFound` naming the datasets that there are. */
  countDocuments(dataset: string): number
  /** Documents ascending by id; of these types alone, when given. */
  documents(dataset: string, types?: readonly string[]): Generator<LakeDocument>
  /** A document as it is now, outside the moment. */
  isStillThere(dataset: string, id: string): boolean
  close(): void
}

/** Takes a snapshot beside a running lake. @throws LakeError `notFound` when the folder holds no lake. */
export function openSnapshot(dataDir: string): Snapshot {
  const database = openBeside(dataDir)
  // A transaction has its moment at its first read.
  database.exec('BEGIN')
  database.prepare('SELECT count(*) FROM datasets').get()
  try {
    assertServable(database, dataDir)
  } catch (error) {
    database.close()
    throw error
  }
  return {
    countDocuments(dataset) {
      const names = database.prepare('SELECT name FROM datasets ORDER BY name').all()
      const known = names.map(({name}) => String(name))
      if (!known.includes(dataset)) {
        throw new LakeError(
          'notFound',
          `There is no dataset "${dataset}" here, only ${known.join(', ') || 'none'}.`,
        )
      }
      const row = database.prepare('SELECT count(*) AS count FROM documents WHERE dataset = ?').get(dataset)
      return Number(row?.['count'] ?? 0)
    },
    *documents(dataset, types) {
      const among = types ? `AND type IN (${types.map(() => '?').join(', ')})` : ''
      const rows = database.prepare(
        `SELECT id, content FROM documents WHERE dataset = ? ${among} ORDER BY id`,
      )
      for (const row of rows.iterate(dataset, ...(types ?? []))) {
        const document = parseJson(String(row['content']))
        if (!isLakeDocument(document))
          throw new LakeError(
            'damaged',
            `The stored text of "${String(row['id'])}" is not a document: run "lake check".`,
          )
        yield document
      }
    },
    isStillThere(dataset, id) {
      const now = openBeside(dataDir)
      try {
        return (
          now.prepare('SELECT 1 FROM documents WHERE dataset = ? AND id = ?').get(dataset, id) !== undefined
        )
      } finally {
        now.close()
      }
    },
    close: () => database.close(),
  }
}
