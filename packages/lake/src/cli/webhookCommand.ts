import {randomBytes} from 'node:crypto'
import {LakeError} from '../errors/LakeError.ts'
import {openBeside} from '../store/openBeside.ts'
import {parseWebhook} from '../webhooks/parseWebhook.ts'
import {WebhookQueue} from '../webhooks/WebhookQueue.ts'
import {WebhookStore} from '../webhooks/WebhookStore.ts'
import type {Arguments} from './Arguments.ts'
import {EXIT} from './Command.ts'
import type {Command, Environment, Output} from './Command.ts'
import {FOLDER_OPTIONS} from './commonOptions.ts'
import {readProjectId} from './readNames.ts'
import {assertKnownDataset, privateAddressOf} from './webhookTarget.ts'

/** `lake webhook create|list|delete|log`; works beside a running lake, which knows of a change at once. */
export const webhookCommand: Command = {
  summary: 'Tell a receiver of what changes.',
  usage: [
    'webhook create --url <address> [--on create,update,delete] [--filter <GROQ>] [--projection <GROQ>]',
    'webhook list',
    'webhook log <id>',
    'webhook delete <id>',
  ],
  positionals: 2,
  options: {
    ...FOLDER_OPTIONS,
    name: {type: 'string', value: '<text>', help: 'shown in the list; the address unless told'},
    url: {type: 'string', value: '<address>', help: 'who is told'},
    dataset: {type: 'string', value: '<name>', help: 'changes of which dataset', default: '*'},
    on: {type: 'string', value: '<list>', help: 'of create, update, delete'},
    filter: {type: 'string', value: '<GROQ>', help: 'which documents, as _type == "article"'},
    projection: {type: 'string', value: '<GROQ>', help: 'what is told of them, as {_id, title}'},
    drafts: {type: 'boolean', help: 'of drafts too'},
    versions: {type: 'boolean', help: 'of versions in releases too'},
    unsigned: {type: 'boolean', help: 'without a signature'},
  },
  notes: [
    'Deliveries are signed with the secret in LAKE_WEBHOOK_SECRET, else with one that is made and shown once.',
  ],
  run: async ({args, output, environment}) => {
    const verb = args.required(0, 'action: create, list, log or delete')
    const database = openBeside(args.demand('data-dir'), {create: verb === 'create'})
    try {
      if (verb === 'create') assertKnownDataset(database, args.demand('dataset'))
      const store = new WebhookStore(database, readProjectId(args))
      return run(store, () => new WebhookQueue(database), verb, {args, output, environment})
    } finally {
      database.close()
    }
  },
}

function run(
  store: WebhookStore,
  openQueue: () => WebhookQueue,
  verb: string,
  {args, output, environment}: {args: Arguments; output: Output; environment: Environment},
): number {
  if (verb === 'create') return create(store, args, environment, output)
  if (verb === 'list') {
    for (const {webhook} of store.list()) {
      const {name, dataset, url, rule} = webhook
      const isOff = webhook.isDisabledByUser ? '  (disabled)' : ''
      output.out(`${webhook.id}  ${name}  ${dataset}  ${rule.on.join(',')}  ${url}${isOff}`)
    }
    return EXIT.done
  }
  if (verb !== 'delete' && verb !== 'log') {
    throw new LakeError('usage', `"${verb}" is no action: use create, list, log or delete.`)
  }
  const id = args.required(1, 'webhook, as "lake webhook list" shows it')
  // One that cannot be read can be deleted all the same.
  const isThere = verb === 'delete' ? store.remove(id) : store.find(id) !== undefined
  if (!isThere) throw new LakeError('notFound', `There is no webhook ${id}: "lake webhook list" shows them.`)
  if (verb === 'delete') output.out(`Webhook ${id} is deleted.`)
  else printLog(openQueue(), id, output)
  return EXIT.done
}

function create(store: WebhookStore, args: Arguments, environment: Environment, output: Output): number {
  const secret = args.flag('unsigned')
    ? null
    : (environment['LAKE_WEBHOOK_SECRET'] ?? randomBytes(24).toString('base64url'))
  const on = args.list('on')
  const input = parseWebhook({
    name: args.text('name') ?? args.text('url'),
    url: args.text('url'),
    dataset: args.demand('dataset'),
    includeDrafts: args.flag('drafts'),
    includeAllVersions: args.flag('versions'),
    secret,
    rule: {
      ...(on.length === 0 ? {} : {on}),
      filter: args.text('filter') ?? null,
      projection: args.text('projection') ?? null,
    },
  })
  const {id} = store.put(randomBytes(8).toString('hex'), input, '<command>', new Date())
  output.out(`Webhook ${id} is made.`)
  const address = privateAddressOf(input.url)
  if (address !== undefined)
    output.error(
      `${address} is an address of this machine or of a private network: it is asked only by a lake that is started with --allow-private-webhooks.`,
    )
  if (secret !== null && environment['LAKE_WEBHOOK_SECRET'] === undefined)
    output.out(`Its deliveries are signed with this secret: ${secret}`)
  return EXIT.done
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
