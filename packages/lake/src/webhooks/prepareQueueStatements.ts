import type {DatabaseSync} from 'node:sqlite'

/** The statements of `WebhookQueue`. */
export function prepareQueueStatements(database: DatabaseSync) {
  const prepare = (sql: string) => database.prepare(sql)
  return {
    cursor: prepare('SELECT sequence FROM webhook_cursor'),
    moveCursor: prepare('UPDATE webhook_cursor SET sequence = max(sequence, ?)'),
    insert: prepare(
      `INSERT INTO webhook_messages
         (webhook, dataset, document, operation, transaction_id, transaction_time, payload, created_at, next_attempt_at)
       VALUES ($webhookId, $dataset, $documentId, $operation, $transactionId, $transactionTime, $payload, $createdAt,
         $nextAttemptAt)`,
    ),
    due: prepare(
      `SELECT m.*, min(m.id) FROM webhook_messages m
       WHERE m.status = 'pending' AND m.next_attempt_at <= ? GROUP BY m.webhook`,
    ),
    nextDue: prepare(
      "SELECT min(next_attempt_at) AS next FROM webhook_messages WHERE status = 'pending' AND next_attempt_at > ?",
    ),
    begin: prepare(
      'INSERT INTO webhook_attempts (message, webhook, created_at, in_progress) VALUES (?, ?, ?, 1)',
    ),
    finish: prepare(
      `UPDATE webhook_attempts
       SET in_progress = 0, failure_reason = ?, result_code = ?, result_body = ?, duration = ? WHERE id = ?`,
    ),
    interrupted: prepare(
      `UPDATE webhook_attempts
       SET in_progress = 0, failure_reason = 'other', result_body = 'The lake stopped during this attempt.'
       WHERE in_progress = 1`,
    ),
    settle: prepare(
      `UPDATE webhook_messages SET status = ?, failures = ?, next_attempt_at = ?, result_code = ? WHERE id = ?`,
    ),
    forget: prepare(
      `DELETE FROM webhook_messages WHERE webhook = $webhook AND status <> 'pending' AND id <= (
         SELECT id FROM webhook_messages WHERE webhook = $webhook AND status <> 'pending'
         ORDER BY id DESC LIMIT 1 OFFSET $kept)`,
    ),
    messages: prepare('SELECT * FROM webhook_messages WHERE webhook = ? ORDER BY id DESC LIMIT ?'),
    attempts: prepare('SELECT * FROM webhook_attempts WHERE webhook = ? ORDER BY id DESC LIMIT ?'),
    attempt: prepare('SELECT * FROM webhook_attempts WHERE id = ?'),
  }
}
