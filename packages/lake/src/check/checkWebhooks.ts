import type {DatabaseSync} from 'node:sqlite'
import {readWebhook} from '../webhooks/readWebhook.ts'
import {REPAIR} from './Finding.ts'
import type {CheckContext, Finding} from './Finding.ts'

/** Whether webhooks can be read, and whether they go on within the log: beyond its end they would miss what comes. */
export function* checkWebhooks({database}: CheckContext): Generator<Finding> {
  const end = Number(database.prepare('SELECT max(position) AS last FROM transactions').get()?.['last'] ?? 0)
  const cursors = database
    .prepare('SELECT sequence FROM webhook_cursor')
    .all()
    .map(({sequence}) => sequence)
  const [cursor] = cursors
  if (cursors.length !== 1 || !isWithin(cursor, end)) {
    yield {
      problem: `webhooks have heard of the log up to ${cursors.length === 0 ? 'nothing' : cursors.join(', ')}; it ends at ${end}.`,
      fix: `${REPAIR} They hear of what comes after that.`,
      repair: () => {
        database.exec('DELETE FROM webhook_cursor')
        database.prepare('INSERT INTO webhook_cursor (sequence) VALUES (?)').run(end)
      },
    }
  }
  for (const row of database.prepare('SELECT id, definition, since FROM webhooks ORDER BY id').all()) {
    const id = String(row['id'])
    if (!isWithin(row['since'], end)) yield beyondEnd(database, id, end)
    try {
      readWebhook(row['definition'])
    } catch {
      yield {
        problem: `the definition of webhook ${id} cannot be read.`,
        fix: `Delete it with "lake webhook delete ${id}", and make it again.`,
      }
    }
  }
}

function beyondEnd(database: DatabaseSync, id: string, end: number): Finding {
  return {
    problem: `webhook ${id} begins beyond the end of the log.`,
    fix: REPAIR,
    repair: () => {
      database.prepare('UPDATE webhooks SET since = ? WHERE id = ?').run(end, id)
    },
  }
}

function isWithin(sequence: unknown, end: number): boolean {
  return typeof sequence === 'number' && sequence >= 0 && sequence <= end
}
