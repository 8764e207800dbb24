import {LakeError} from '../errors/LakeError.ts'
import type {LakeApp, LakeRequest} from '../http/LakeApp.ts'
import {readJsonBody} from '../http/readBody.ts'
import type {LakeCore} from '../LakeCore.ts'
import {parseWebhook} from './parseWebhook.ts'
import type {StoredWebhook} from './WebhookStore.ts'
import type {Webhooks} from './createWebhooks.ts'

const DEFAULT_LIMIT = 100
const MAX_LIMIT = 1000

/** Sanity's Webhooks API: `/hooks/projects/:project…`, for administrators. */
export function addWebhookRoutes(app: LakeApp, lake: LakeCore, webhooks: Webhooks): void {
  const {store, queue} = webhooks
  const base = '/:version/hooks/projects/:project'
  app.get(base, () => Response.json(store.list().map(({webhook}) => webhook)))
  app.post(base, async (c) => {
    const input = parseWebhook(await readJsonBody(c.req.raw, lake.limits))
    assertDataset(lake, input.dataset)
    return Response.json(store.put(lake.createId(), input, userOf(c), lake.clock()), {status: 201})
  })
  app.get(`${base}/attempts/:attempt`, (c) => {
    const attempt = queue.attempt(c.req.param('attempt'))
    if (!attempt) throw new LakeError('notFound', `There is no attempt "${c.req.param('attempt')}".`)
    return Response.json(attempt)
  })
  app.get(`${base}/:id`, (c) => Response.json(find(c).webhook))
  const change = async (c: LakeRequest): Promise<Response> => {
    const {webhook} = find(c)
    const input = parseWebhook(await readJsonBody(c.req.raw, lake.limits), webhook)
    assertDataset(lake, input.dataset)
    const changed = store.put(webhook.id, input, userOf(c), lake.clock())
    webhooks.pump()
    return Response.json(changed)
  }
  app.patch(`${base}/:id`, change)
  app.put(`${base}/:id`, change)
  app.delete(`${base}/:id`, (c) => {
    const {webhook} = find(c)
    store.remove(webhook.id)
    return Response.json({id: webhook.id, deleted: true})
  })
  app.get(`${base}/:id/messages`, (c) => Response.json(queue.messages(find(c).webhook.id, limitOf(c))))
  app.get(`${base}/:id/attempts`, (c) => Response.json(queue.attempts(find(c).webhook.id, limitOf(c))))

  function find(c: LakeRequest): StoredWebhook {
    const id = c.req.param('id') ?? ''
    const stored = store.find(id)
    if (!stored) throw new LakeError('notFound', `There is no webhook "${id}".`)
    return stored
  }
}

function assertDataset(lake: LakeCore, name: string): void {
  if (name !== '*') lake.datasets.get(name)
}

function userOf(c: LakeRequest): string {
  const viewer = c.get('viewer')
  return viewer.kind === 'member' ? viewer.userId : ''
}

function limitOf(c: LakeRequest): number {
  const limit = Number(c.req.query('limit') ?? DEFAULT_LIMIT)
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, MAX_LIMIT) : DEFAULT_LIMIT
}
