import {readableDataset} from '../access/readableDataset.ts'
import {assertMayDo} from '../access/Permission.ts'
import {ANONYMOUS} from '../access/Viewer.ts'
import type {Viewer} from '../access/Viewer.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {LakeCore} from '../LakeCore.ts'
import type {ChannelSource} from '../listen/Channel.ts'
import type {ListenQuery} from '../listen/createChannelSource.ts'
import {syncTagsOf} from '../live/syncTagsOf.ts'
import {encodeEvent} from './eventStream.ts'
import {guardedStream} from './guardedStream.ts'
import type {LakeApp, LakeRequest} from './LakeApp.ts'
import {parseParameter} from './queryRoutes.ts'
import {isShardTicket, shardRedirect} from './shardRedirect.ts'

/** `GET /data/listen/:dataset` and `GET /data/live/events/:dataset`, both `text/event-stream`. */
export function addListenRoutes(app: LakeApp, lake: LakeCore): void {
  app.get('/:version/data/listen/:dataset', (c) => redirectOrServe(c, lake, listen))
  app.get('/:version/data/live/events/:dataset', (c) => redirectOrServe(c, lake, followLive))
}

type Reader = {viewer: Viewer; lastEventId: string | undefined}

function redirectOrServe(
  c: LakeRequest,
  lake: LakeCore,
  serve: (c: LakeRequest, lake: LakeCore, reader: Reader) => Response,
): Response {
  lake.hub.assertOpen()
  return shardRedirect(c.req.raw, c.get('viewer'), lake.tickets) ?? serve(c, lake, readerOf(c, lake))
}

function readerOf(c: LakeRequest, lake: LakeCore): Reader {
  const ticket = c.req.query('__t')
  const lastEventId = c.req.header('last-event-id') ?? c.req.query('lastEventId')
  if (ticket === undefined) return {viewer: c.get('viewer'), lastEventId}
  const held = lake.tickets.redeem(ticket)
  // A lake that was started again in between knows no tickets of before. 401 is final to clients, 503 sends them back to
  // where they came from.
  if (!isShardTicket(held))
    throw new LakeError('closed', 'The ticket of this stream is used up: connect again.')
  if (!lake.access.isCurrent(held.viewer))
    throw new LakeError('unauthorized', 'The token of this stream is no longer valid.')
  return {viewer: held.viewer ?? ANONYMOUS, lastEventId: lastEventId ?? held.lastEventId}
}

function listen(c: LakeRequest, lake: LakeCore, {viewer, lastEventId}: Reader): Response {
  const dataset = readableDataset(lake.datasets, c.req.param('dataset') ?? '', viewer)
  const {searchParams} = c.env.url
  const flag = (name: string, otherwise: boolean): boolean =>
    (searchParams.get(name) ?? String(otherwise)) === 'true'
  const params: Record<string, unknown> = {}
  for (const [name, value] of searchParams) {
    if (name.startsWith('$')) params[name.slice(1)] = parseParameter(name, value, lake.limits)
  }
  const query: ListenQuery = {
    query: searchParams.get('query') ?? '*',
    params,
    viewer,
    options: {
      includeResult: flag('includeResult', false),
      includePreviousRevision: flag('includePreviousRevision', false),
      includeMutations: flag('includeMutations', true),
      includeEffects: searchParams.get('effectFormat') === 'mendoza',
      includeAllVersions: flag('includeAllVersions', false),
    },
  }
  const {client} = c.env
  lake.hub.assertRoom(dataset, query, client)
  return guardedStream(c, lake, {viewer, dataset}, (sink) => {
    try {
      const resumes = flag('enableResume', false)
      return lake.hub.listen(dataset, {...query, client, lastEventId, resumes}, sink)
    } catch (error) {
      const message = error instanceof LakeError ? error.message : 'The listener could not be set up.'
      const details = error instanceof LakeError ? error.details : {}
      sink.send({event: 'channelError', data: {message, error: {description: message, ...details}}})
      sink.close()
      return () => undefined
    }
  })
}

function followLive(c: LakeRequest, lake: LakeCore, {viewer, lastEventId}: Reader): Response {
  const dataset = readableDataset(lake.datasets, c.req.param('dataset') ?? '', viewer)
  const includeDrafts = c.req.query('includeDrafts') === 'true'
  if (includeDrafts) assertMayDo(viewer, 'followDrafts')
  const audience = includeDrafts ? 'drafts' : viewer.kind === 'member' ? 'members' : 'anybody'
  const source: ChannelSource = {
    keys: undefined,
    events: (record) => {
      const tags = syncTagsOf(record, audience, dataset.store)
      if (tags.length === 0) return []
      return [encodeEvent({event: 'message', id: lake.hub.log.positionId(record), data: {tags}})]
    },
  }
  return guardedStream(c, lake, {viewer, dataset}, (sink) => {
    const missed = lastEventId === undefined ? [] : lake.hub.log.missedSince(dataset, source, lastEventId)
    sink.send({event: missed ? 'welcome' : 'restart', id: lake.hub.log.positionId(), data: {}})
    for (const event of missed ?? []) sink.send(event)
    return lake.hub.follow(dataset, `live ${audience}`, source, sink)
  })
}
