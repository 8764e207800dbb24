import type {Dataset} from '../Dataset.ts'
import {parseDocumentId} from '../documents/documentIds.ts'
import type {DocumentEffect, TransactionRecord} from '../transactions/TransactionRecord.ts'
import type {Webhook, WebhookOperation} from './Webhook.ts'
import type {NewMessage} from './WebhookQueue.ts'
import type {StoredWebhook} from './WebhookStore.ts'

type Options = {projectId: string; clock: () => Date; report: (error: unknown) => void}

/** What one transaction has to say to each webhook, a message for each document that its rule lets through. */
export async function messagesFor(
  webhooks: readonly StoredWebhook[],
  dataset: Dataset,
  record: TransactionRecord,
  options: Options,
): Promise<NewMessage[]> {
  const messages: NewMessage[] = []
  for (const stored of webhooks) {
    const {webhook, since} = stored
    if (webhook.isDisabledByUser || record.sequence <= since) continue
    if (webhook.dataset !== '*' && webhook.dataset !== dataset.name) continue
    for (const effect of record.effects) {
      const message = await messageFor(stored, dataset, record, effect, options)
      if (message) messages.push(message)
    }
  }
  return messages
}

async function messageFor(
  {webhook, rule}: StoredWebhook,
  dataset: Dataset,
  record: TransactionRecord,
  effect: DocumentEffect,
  {projectId, clock, report}: Options,
): Promise<NewMessage | undefined> {
  const operation = operationOf(effect)
  if (!operation || !webhook.rule.on.includes(operation) || !isHeard(effect.documentId, webhook))
    return undefined
  const context = {
    projectId,
    dataset: dataset.name,
    now: clock(),
    identity: record.author,
    dereference: (id: string) => dataset.store.get(id),
  }
  try {
    if (!(await rule.matches(effect, context))) return undefined
    return {
      webhookId: webhook.id,
      dataset: dataset.name,
      documentId: effect.documentId,
      operation,
      transactionId: record.id,
      transactionTime: record.timestamp,
      payload: await rule.payload(effect, context),
    }
  } catch (cause) {
    // One rule that cannot be evaluated on one document holds up nobody else.
    report(new Error(`Webhook "${webhook.name}" could not look at "${effect.documentId}".`, {cause}))
    return undefined
  }
}

function operationOf({before, after}: DocumentEffect): WebhookOperation | undefined {
  if (!before) return after ? 'create' : undefined
  return after ? 'update' : 'delete'
}

/** Drafts and versions are heard of only where the webhook asks for them; system documents never. */
function isHeard(documentId: string, {includeDrafts, includeAllVersions}: Webhook): boolean {
  if (documentId.startsWith('_.')) return false
  const {kind} = parseDocumentId(documentId)
  return kind === 'published' || (kind === 'draft' ? includeDrafts || includeAllVersions : includeAllVersions)
}
