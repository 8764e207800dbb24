import type {DatabaseSync} from 'node:sqlite'
import type {DatasetRegistry} from '../DatasetRegistry.ts'
import {missedRecords} from './missedRecords.ts'
import {WebhookDispatcher} from './WebhookDispatcher.ts'
import {WebhookQueue} from './WebhookQueue.ts'
import {WebhookStore} from './WebhookStore.ts'

/** The webhooks of a lake: what they are, what waits for them, and who delivers it. */
export type Webhooks = {
  store: WebhookStore
  queue: WebhookQueue
  /** Looks for what is due; to be called when a webhook has changed. */
  pump(): void
  close(): void
}

/** How webhooks are delivered. */
export type WebhookOptions = {
  /** Receivers on this machine and in private networks may be asked. @defaultValue `false` */
  allowPrivate?: boolean
  /** How long a receiver may take, in milliseconds. @defaultValue 30,000, as Sanity waits */
  timeoutMs?: number
}

const DEFAULT_TIMEOUT_MS = 30_000

/** Opens the webhooks of a lake and begins to deliver. */
export function createWebhooks(
  database: DatabaseSync,
  datasets: DatasetRegistry,
  context: {projectId: string; clock: () => Date; report: (error: unknown) => void},
  {allowPrivate = false, timeoutMs = DEFAULT_TIMEOUT_MS}: WebhookOptions = {},
): Webhooks {
  const store = new WebhookStore(database, context.projectId)
  const queue = new WebhookQueue(database)
  queue.recover()
  const dispatcher = new WebhookDispatcher({
    ...context,
    store,
    queue,
    random: Math.random,
    timeoutMs,
    allowPrivate,
  })
  datasets.onOpen((dataset) => dispatcher.attach(dataset, missedRecords(database, dataset, firstMissed())))
  return {store, queue, pump: () => dispatcher.pump(), close: () => dispatcher.close()}

  // What was committed before the oldest webhook was made concerns none of them.
  function firstMissed(): number {
    const oldest = Math.min(...store.list().map(({since}) => since))
    return Number.isFinite(oldest) ? Math.max(queue.cursor, oldest) : Number.MAX_SAFE_INTEGER
  }
}
