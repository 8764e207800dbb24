import {randomBytes} from 'node:crypto'
import {parseArgs} from 'node:util'
import {LakeError} from '../errors/LakeError.ts'
import {openDatabase} from '../store/openDatabase.ts'
import {parseWebhook} from '../webhooks/parseWebhook.ts'
import {WebhookQueue} from '../webhooks/WebhookQueue.ts'
import {WebhookStore} from '../webhooks/WebhookStore.ts'
import {COMMON_OPTIONS, readCommon} from './commonOptions.ts'
import type {Command, Environment, Output} from './runCommand.ts'

const OPTIONS = {
  ...COMMON_OPTIONS,
  name: {type: 'string'},
  url: {type: 'string'},
  on: {type: 'string'},
  filter: {type: 'string'},
  projection: {type: 'string'},
  drafts: {type: 'boolean'},
  versions: {type: 'boolean'},
  unsigned: {type: 'boolean'},
} as const

type Values = ReturnType<typeof parseArgs<{options: typeof OPTIONS; allowPositionals: true}>>['values']

/** `lake webhook create|list|delete|log`; works beside a running lake, which knows of a change at once. */
export const webhookCommand: Command = async (args, environment, output) => {
  const {values, positionals} = parseArgs({args, options: OPTIONS, allowPositionals: true})
  const {dataDir, projectId} = readCommon(values, environment)
  const database = openDatabase(dataDir)
  try {
    const store = new WebhookStore(database, projectId)
    return run(store, () => new WebhookQueue(database), positionals, values, environment, output)
  } finally {
    database.close()
  }
}

function run(
  store: WebhookStore,
  openQueue: () => WebhookQueue,
  [verb, id]: string[],
  values: Values,
  environment: Environment,
  output: Output,
): number {
  if (verb === 'create') return create(store, values, environment, output)
  if (verb === 'list') {
    for (const {webhook} of store.list()) {
      const {name, dataset, url, rule} = webhook
      const isOff = webhook.isDisabledByUser ? '  (disabled)' : ''
      output.out(`${webhook.id}  ${name}  ${dataset}  ${rule.on.join(',')}  ${url}${isOff}`)
    }
    return 0
  }
  if (id === undefined || (verb !== 'delete' && verb !== 'log')) {
    throw new LakeError(
      'badRequest',
      'Use: lake webhook create --name … --url … [--on create,update,delete] [--filter …] [--projection …], list, log <id>, or delete <id>.',
    )
  }
  if (!store.find(id)) {
    throw new LakeError('notFound', `There is no webhook ${id}: "lake webhook list" shows them.`)
  }
  if (verb === 'delete') {
    store.remove(id)
    output.out(`Webhook ${id} is deleted.`)
  } else printLog(openQueue(), id, output)
  return 0
}

function create(store: WebhookStore, values: Values, environment: Environment, output: Output): number {
  const secret = values.unsigned
    ? null
    : (environment['LAKE_WEBHOOK_SECRET'] ?? randomBytes(24).toString('base64url'))
  const input = parseWebhook({
    name: values.name ?? values.url,
    url: values.url,
    dataset: values.dataset ?? '*',
    includeDrafts: values.drafts ?? false,
    includeAllVersions: values.versions ?? false,
    secret,
    rule: {
      ...(values.on === undefined ? {} : {on: values.on.split(',')}),
      filter: values.filter ?? null,
      projection: values.projection ?? null,
    },
  })
  const {id} = store.put(randomBytes(8).toString('hex'), input, '<command>', new Date())
  output.out(`Webhook ${id} is made.`)
  if (secret !== null && environment['LAKE_WEBHOOK_SECRET'] === undefined)
    output.out(`Its deliveries are signed with this secret: ${secret}`)
  return 0
}

function printLog(queue: WebhookQueue, id: string, output: Output): void {
  const attempts = queue.attempts(id, 1000)
  for (const message of queue.messages(id, 100)) {
    output.out(`${message.createdAt}  ${message.status}  ${message.payload.slice(0, 200)}`)
    for (const attempt of attempts.filter(({messageId}) => messageId === message.id).toReversed()) {
      const result = attempt.inProgress ? 'under way' : (attempt.resultCode ?? attempt.resultBody)
      output.out(`  ${attempt.createdAt}  ${attempt.failureReason ?? 'ok'}  ${result}`)
    }
  }
}
