import type {DatabaseSync, StatementSync} from 'node:sqlite'
import {LakeError} from '../errors/LakeError.ts'
import type {CompiledRule} from './compileRule.ts'
import {readWebhook} from './readWebhook.ts'
import type {Webhook, WebhookInput} from './Webhook.ts'

/** A webhook with its rule compiled, and the last transaction before it was made. */
export type StoredWebhook = {webhook: Webhook; rule: CompiledRule; since: number}

/** The webhooks of a lake. They may also be changed from another process; that is seen at the next look. */
export class WebhookStore {
  readonly #projectId: string
  readonly #all: StatementSync
  readonly #put: StatementSync
  readonly #remove: StatementSync
  readonly #dataVersion: StatementSync
  #known: {dataVersion: unknown; webhooks: readonly StoredWebhook[]} | undefined

  constructor(database: DatabaseSync, projectId: string) {
    this.#projectId = projectId
    this.#all = database.prepare(
      'SELECT id, definition, created_at, created_by, since FROM webhooks ORDER BY created_at, id',
    )
    this.#put = database.prepare(
      `INSERT INTO webhooks (id, definition, created_at, created_by, since)
       VALUES (?, ?, ?, ?, (SELECT coalesce(max(position), 0) FROM transactions))
       ON CONFLICT (id) DO UPDATE SET definition = excluded.definition`,
    )
    this.#remove = database.prepare('DELETE FROM webhooks WHERE id = ?')
    // "The data_version changes when another connection has changed the database" (SQLite, PRAGMA data_version).
    this.#dataVersion = database.prepare('PRAGMA data_version')
  }

  /** All of them, the oldest first. */
  list(): readonly StoredWebhook[] {
    const dataVersion = this.#dataVersion.get()?.['data_version']
    if (this.#known?.dataVersion !== dataVersion || !this.#known)
      this.#known = {dataVersion, webhooks: this.#read()}
    return this.#known.webhooks
  }

  find(id: string): StoredWebhook | undefined {
    return this.list().find(({webhook}) => webhook.id === id)
  }

  /** Makes a webhook, or changes what is said of one there is. It hears of what is committed from now on. */
  put(id: string, input: WebhookInput, by: string, now: Date): Webhook {
    this.#put.run(id, JSON.stringify(input), now.toISOString(), by)
    this.#known = undefined
    const stored = this.find(id)
    if (!stored) throw new Error(`Webhook "${id}" was written and is not there.`)
    return stored.webhook
  }

  /** Takes a webhook away, with all that waits for it and its log. */
  remove(id: string): boolean {
    this.#known = undefined
    return this.#remove.run(id).changes === 1
  }

  #read(): StoredWebhook[] {
    return this.#all.all().map((row) => {
      const id = String(row['id'])
      const {input, rule} = readStored(id, row['definition'])
      const webhook: Webhook = {
        type: 'document',
        ...input,
        id,
        projectId: this.#projectId,
        createdAt: String(row['created_at']),
        createdByUserId: String(row['created_by']),
        isDisabled: false,
        deletedAt: null,
      }
      return {webhook, rule, since: Number(row['since'])}
    })
  }
}

/** @throws LakeError `damaged` naming the webhook and nothing of what it says. */
function readStored(id: string, definition: unknown): ReturnType<typeof readWebhook> {
  try {
    return readWebhook(definition)
  } catch (cause) {
    throw new LakeError(
      'damaged',
      `The stored definition of webhook ${id} cannot be read: delete it with "lake webhook delete ${id}" and make it again.`,
      {cause},
    )
  }
}
