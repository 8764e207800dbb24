import type {Dataset} from '../Dataset.ts'
import type {TransactionRecord} from '../transactions/TransactionRecord.ts'
import {deliver} from './deliver.ts'
import type {DeliveryResult} from './deliver.ts'
import {messagesFor} from './messagesFor.ts'
import {GIVE_UP_AFTER_MS, parseRetryAfter, retryDelay} from './retryDelay.ts'
import {SIGNATURE_HEADER, signPayload} from './signPayload.ts'
import type {Webhook} from './Webhook.ts'
import type {DueMessage, Outcome, WebhookQueue} from './WebhookQueue.ts'
import type {WebhookStore} from './WebhookStore.ts'

/** What a dispatcher works with. */
export type DispatcherOptions = {
  store: WebhookStore
  queue: WebhookQueue
  projectId: string
  clock: () => Date
  random: () => number
  timeoutMs: number
  allowPrivate: boolean
  /** Hears of failures that are the lake's own: a full disk, a filter that cannot be evaluated. */
  report: (error: unknown) => void
}

// A queue that could not be written is tried again after this.
const RETRY_QUEUE_MS = 5_000
// Without webhooks it is looked up so often whether another process has made one: asking at each write would be dear.
const LOOK_EVERY_MS = 100
// Timers hold at most 2^31 ms, and the clock may be set meanwhile.
const MAX_WAIT_MS = 3_600_000

/**
 * Tells webhooks of what was committed. What is to be delivered is written to the queue before it is sent, and the
 * place in the transaction log up to which that was done is written with it: after a crash the rest is read from the
 * log. So every webhook hears of every change at least once; the `idempotency-key` tells a repetition.
 */
export class WebhookDispatcher {
  readonly #options: DispatcherOptions
  readonly #busy = new Set<string>()
  readonly #stop = new AbortController()
  readonly #unsubscribe: (() => void)[] = []
  #records: {dataset: Dataset; record: TransactionRecord}[] = []
  #draining = false
  #areThere = false
  #lookedAt = 0
  #timer: NodeJS.Timeout | undefined

  constructor(options: DispatcherOptions) {
    this.#options = options
  }

  /** Follows a dataset; first what was committed and not looked at before the last stop. */
  attach(dataset: Dataset, missed: Iterable<TransactionRecord>): void {
    this.#areThere = this.#options.store.list().length > 0
    if (this.#areThere) for (const record of missed) this.#take(dataset, record)
    this.#unsubscribe.push(dataset.transactor.subscribe((record) => this.#take(dataset, record)))
    this.pump()
  }

  /** Ends what is under way; it is tried again at the next start. */
  close(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe()
    clearTimeout(this.#timer)
    this.#stop.abort()
    if (this.#lookedAt > 0) this.#options.queue.add([], this.#lookedAt, this.#options.clock())
  }

  /** Delivers what is due; to be called when a webhook has changed. */
  pump(): void {
    const {queue, store, clock} = this.#options
    if (this.#stop.signal.aborted) return
    clearTimeout(this.#timer)
    this.#areThere = store.list().length > 0
    for (const message of queue.due(clock())) {
      const webhook = store.find(message.webhookId)?.webhook
      if (webhook && !webhook.isDisabledByUser && !this.#busy.has(webhook.id))
        void this.#attempt(webhook, message)
    }
    // Those that are busy look for their next message when they are done.
    const next = queue.nextDue(clock())
    if (next === undefined) return
    this.#timer = setTimeout(() => this.pump(), Math.min(next - clock().getTime(), MAX_WAIT_MS))
    this.#timer.unref()
  }

  #take(dataset: Dataset, record: TransactionRecord): void {
    this.#records.push({dataset, record})
    if (this.#draining) return
    this.#draining = true
    // The writer is answered first.
    if (this.#areThere) setImmediate(() => void this.#drain())
    else setTimeout(() => void this.#drain(), LOOK_EVERY_MS).unref()
  }

  async #drain(): Promise<void> {
    if (this.#stop.signal.aborted) return
    const {store, queue, clock, report} = this.#options
    try {
      this.#areThere = store.list().length > 0
      if (!this.#areThere) {
        this.#records = []
        this.#draining = false
        return
      }
      // What was missed comes dataset by dataset; the place in the log holds for all of them.
      this.#records.sort((left, right) => left.record.sequence - right.record.sequence)
      for (let next = this.#records[0]; next && !this.#stop.signal.aborted; next = this.#records[0]) {
        const {dataset, record} = next
        const messages = await messagesFor(store.list(), dataset, record, this.#options)
        if (this.#stop.signal.aborted) return
        if (messages.length > 0) queue.add(messages, record.sequence, clock())
        this.#lookedAt = record.sequence
        this.#records.shift()
      }
      this.#draining = false
    } catch (error) {
      report(error)
      setTimeout(() => void this.#drain(), RETRY_QUEUE_MS).unref()
    }
    this.pump()
  }

  async #attempt(webhook: Webhook, message: DueMessage): Promise<void> {
    const {queue, clock, timeoutMs, allowPrivate, report} = this.#options
    this.#busy.add(webhook.id)
    try {
      const attempt = queue.begin(message, clock())
      const started = performance.now()
      const result = await deliver(
        {
          url: webhook.url,
          method: webhook.httpMethod,
          headers: this.#headers(webhook, message),
          body: message.payload,
        },
        {timeoutMs, allowPrivate, signal: this.#stop.signal},
      )
      if (this.#stop.signal.aborted) return
      queue.finish(attempt, message, result, this.#outcome(message, result), performance.now() - started)
    } catch (error) {
      report(error)
    } finally {
      this.#busy.delete(webhook.id)
      this.pump()
    }
  }

  // "Only 429 and 5xx are tried again; other answers of 400 and above are final" (Sanity docs, GROQ-powered webhooks).
  #outcome(message: DueMessage, result: DeliveryResult): Outcome {
    if (!result.isFailure) return {status: 'success'}
    const now = this.#options.clock()
    const isHttp = result.failureReason === 'http'
    const isPassing = isHttp
      ? result.resultCode === 429 || result.resultCode >= 500
      : result.failureReason !== 'other'
    const retryAfterMs = isHttp ? parseRetryAfter(result.retryAfter, now) : undefined
    const nextAttemptAt =
      now.getTime() + retryDelay(message.failures + 1, this.#options.random(), retryAfterMs ?? 0)
    const isGivenUp = nextAttemptAt - Date.parse(message.createdAt) > GIVE_UP_AFTER_MS
    return isPassing && !isGivenUp ? {status: 'pending', nextAttemptAt} : {status: 'failure'}
  }

  #headers(webhook: Webhook, message: DueMessage): Record<string, string> {
    const signature =
      webhook.secret === null
        ? {}
        : {[SIGNATURE_HEADER]: signPayload(message.payload, webhook.secret, this.#options.clock().getTime())}
    return {
      'user-agent': 'Content Lake webhooks',
      ...webhook.headers,
      'content-type': 'application/json; charset=utf-8',
      'idempotency-key': `${webhook.id}-${message.id}`,
      'sanity-project-id': this.#options.projectId,
      'sanity-dataset': message.dataset,
      'sanity-document-id': message.documentId,
      'sanity-operation': message.operation,
      'sanity-transaction-id': message.transactionId,
      'sanity-transaction-time': message.transactionTime,
      'sanity-webhook-id': webhook.id,
      ...signature,
    }
  }
}
