import type {DatabaseSync} from 'node:sqlite'
import type {DeliveryResult} from './deliver.ts'
import {prepareQueueStatements} from './prepareQueueStatements.ts'
import type {WebhookOperation} from './Webhook.ts'

/** What is to be delivered to one webhook about one document in one transaction. */
export type NewMessage = {
  webhookId: string
  dataset: string
  documentId: string
  operation: WebhookOperation
  transactionId: string
  transactionTime: string
  payload: string
}

/** A message that waits for its next attempt. */
export type DueMessage = NewMessage & {id: number; createdAt: string; failures: number}

/** A message as Sanity's API shows it. */
export type LoggedMessage = {
  id: string
  createdAt: string
  status: string
  payload: string
  failureCount: number
  resultCode: number | null
}

/** An attempt as Sanity's API shows it; `duration` in milliseconds. */
export type LoggedAttempt = {
  id: string
  messageId: string
  createdAt: string
  inProgress: boolean
  isFailure: boolean
  failureReason: string | null
  resultCode: number | null
  resultBody: string | null
  duration: number | null
}

/** What becomes of a message after an attempt. */
export type Outcome = {status: 'success' | 'failure'} | {status: 'pending'; nextAttemptAt: number}

// So many messages that are done with are kept for each webhook.
const KEPT_MESSAGES = 1000

/** Messages to webhooks and every attempt to deliver them, in the database. */
export class WebhookQueue {
  readonly #database: DatabaseSync
  readonly #sql: ReturnType<typeof prepareQueueStatements>

  constructor(database: DatabaseSync) {
    this.#database = database
    this.#sql = prepareQueueStatements(database)
  }

  /** Notes that the attempts which were under way when the process ended came to nothing; for the start of a lake. */
  recover(): void {
    this.#sql.interrupted.run()
  }

  /** The last transaction that was looked at for webhooks. */
  get cursor(): number {
    return Number(this.#sql.cursor.get()?.['sequence'] ?? 0)
  }

  /** Adds messages and moves the cursor, both or neither. */
  add(messages: readonly NewMessage[], cursor: number, now: Date): void {
    this.#together(() => {
      for (const message of messages) {
        this.#sql.insert.run({...message, createdAt: now.toISOString(), nextAttemptAt: now.getTime()})
      }
      this.#sql.moveCursor.run(cursor)
    })
  }

  /** For each webhook the message that has waited longest among those whose time has come. */
  due(now: Date): DueMessage[] {
    return this.#sql.due.all(now.getTime()).map((row) => ({
      id: Number(row['id']),
      webhookId: String(row['webhook']),
      dataset: String(row['dataset']),
      documentId: String(row['document']),
      operation: toOperation(row['operation']),
      transactionId: String(row['transaction_id']),
      transactionTime: String(row['transaction_time']),
      payload: String(row['payload']),
      createdAt: String(row['created_at']),
      failures: Number(row['failures']),
    }))
  }

  /** When the next message after now is due, in milliseconds since 1970. */
  nextDue(now: Date): number | undefined {
    const next = this.#sql.nextDue.get(now.getTime())?.['next']
    return typeof next === 'number' ? next : undefined
  }

  /** Notes that an attempt begins, so that the log shows it even if the process ends meanwhile. */
  begin(message: DueMessage, now: Date): number {
    return Number(this.#sql.begin.run(message.id, message.webhookId, now.toISOString()).lastInsertRowid)
  }

  /** Notes what came of an attempt and what becomes of its message. */
  finish(
    attempt: number,
    message: DueMessage,
    result: DeliveryResult,
    outcome: Outcome,
    durationMs: number,
  ): void {
    const resultCode = 'resultCode' in result ? result.resultCode : null
    const reason = result.isFailure ? result.failureReason : null
    this.#together(() => {
      this.#sql.finish.run(reason, resultCode, result.resultBody, Math.round(durationMs), attempt)
      this.#sql.settle.run(
        outcome.status,
        message.failures + (result.isFailure ? 1 : 0),
        outcome.status === 'pending' ? outcome.nextAttemptAt : null,
        resultCode,
        message.id,
      )
      this.#sql.forget.run({webhook: message.webhookId, kept: KEPT_MESSAGES})
    })
  }

  /** The messages of a webhook, newest first. */
  messages(webhookId: string, limit: number): LoggedMessage[] {
    return this.#sql.messages.all(webhookId, limit).map((row) => ({
      id: String(row['id']),
      createdAt: String(row['created_at']),
      status: String(row['status']),
      payload: String(row['payload']),
      failureCount: Number(row['failures']),
      resultCode: numberOrNull(row['result_code']),
    }))
  }

  /** The attempts of a webhook, newest first. */
  attempts(webhookId: string, limit: number): LoggedAttempt[] {
    return this.#sql.attempts.all(webhookId, limit).map(toAttempt)
  }

  attempt(id: string): LoggedAttempt | undefined {
    const row = this.#sql.attempt.get(id)
    return row && toAttempt(row)
  }

  #together(write: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      write()
      this.#database.exec('COMMIT')
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      throw error
    }
  }
}

function toAttempt(row: Record<string, unknown>): LoggedAttempt {
  const failureReason = row['failure_reason']
  return {
    id: String(row['id']),
    messageId: String(row['message']),
    createdAt: String(row['created_at']),
    inProgress: row['in_progress'] === 1,
    isFailure: typeof failureReason === 'string',
    failureReason: textOrNull(failureReason),
    resultCode: numberOrNull(row['result_code']),
    resultBody: textOrNull(row['result_body']),
    duration: numberOrNull(row['duration']),
  }
}

function toOperation(value: unknown): WebhookOperation {
  return value === 'create' || value === 'delete' ? value : 'update'
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
