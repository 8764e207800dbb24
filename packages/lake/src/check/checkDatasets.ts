import {REPAIR} from './Finding.ts'
import type {CheckContext, Finding} from './Finding.ts'
import {findUnlisted} from '../store/findUnlisted.ts'

/** Whether every dataset of which something is there is listed, and says who may read it. */
export function* checkDatasets({database}: CheckContext): Generator<Finding> {
  for (const dataset of findUnlisted(database)) {
    yield {
      dataset,
      problem: 'its documents or its history are there, and it is not listed.',
      fix: `${REPAIR} It is private then: "lake dataset visibility" opens it.`,
      repair: () => {
        database
          .prepare(
            `INSERT INTO datasets (name, acl_mode, profile, created_at)
             SELECT ?1, 'private', 'content', coalesce(min(timestamp), '1970-01-01T00:00:00.000Z') FROM transactions WHERE dataset = ?1`,
          )
          .run(dataset)
      },
    }
  }
  const unclear = database.prepare(
    `SELECT name, acl_mode FROM datasets WHERE acl_mode NOT IN ('public', 'private')`,
  )
  for (const {name, acl_mode: mode} of unclear.all()) {
    yield {
      dataset: String(name),
      problem: `who may read it is kept as ${JSON.stringify(mode)}.`,
      fix: `${REPAIR} It is private then, as it is served now.`,
      repair: () => {
        database.prepare(`UPDATE datasets SET acl_mode = 'private' WHERE name = ?`).run(String(name))
      },
    }
  }
}
