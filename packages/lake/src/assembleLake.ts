import {join} from 'node:path'
import type {DatabaseSync} from 'node:sqlite'
import {ReleaseScheduler} from './actions/ReleaseScheduler.ts'
import type {ScheduleReport} from './actions/ReleaseScheduler.ts'
import {AccessWatch} from './access/AccessWatch.ts'
import {Allowance} from './access/Allowance.ts'
import {TokenStore} from './access/TokenStore.ts'
import type {Viewer} from './access/Viewer.ts'
import type {Lake} from './createLake.ts'
import {DatasetRegistry} from './DatasetRegistry.ts'
import {QueryEngine} from './engine/QueryEngine.ts'
import {HistoryRetention} from './history/HistoryRetention.ts'
import {addAccountRoutes} from './http/accountRoutes.ts'
import {createHandler} from './http/createHandler.ts'
import type {Handler} from './http/createHandler.ts'
import {addDatasetRoutes} from './http/datasetRoutes.ts'
import {isOriginAllowed} from './http/originPolicy.ts'
import type {OriginPolicy} from './http/originPolicy.ts'
import {UnreadBytes} from './http/UnreadBytes.ts'
import {WholeAnswer} from './http/WholeAnswer.ts'
import type {LakeCore} from './LakeCore.ts'
import {completeLimits} from './LakeLimits.ts'
import type {LakeOptions} from './LakeOptions.ts'
import {LakeError} from './errors/LakeError.ts'
import {ListenHub} from './listen/ListenHub.ts'
import {TicketBox} from './listen/TicketBox.ts'
import {mountAssets} from './mountAssets.ts'
import {createPeople} from './people/createPeople.ts'
import {createPeopleRoutes} from './people/createPeopleRoutes.ts'
import {seedDocuments} from './seedDocuments.ts'
import {createRevisionIds} from './transactions/createRevisionIds.ts'
import {assertServable} from './store/assertServable.ts'
import {isUnwritable} from './store/explainDatabaseError.ts'
import {lockFolder} from './store/lockFolder.ts'
import {CommitMark} from './store/CommitMark.ts'
import {nameDamage, openDatabase} from './store/openDatabase.ts'
import {unwritable} from './store/unwritable.ts'
import {createWebhooks} from './webhooks/createWebhooks.ts'
import {addWebhookRoutes} from './webhooks/webhookRoutes.ts'

const DEFAULT_CACHE_BYTES = 128 * 1024 * 1024

/** A lake and what a server around it needs. */
export type AssembledLake = {
  lake: Lake
  core: LakeCore
  handle: Handler
  address: {publicUrl: string}
  imageCacheBytes: () => number
}

/**
 * Opens the database and joins the parts of a lake.
 * @param isLocal - only this machine can reach it: elsewhere there is no login that asks no password
 */
export function assembleLake(options: LakeOptions, {isLocal = true} = {}): AssembledLake {
  const {dataDir} = options
  const unlock = dataDir === undefined ? () => undefined : lockFolder(dataDir)
  let database: DatabaseSync | undefined
  let mark: CommitMark | undefined
  try {
    database = openDatabase(dataDir)
    if (dataDir !== undefined) assertServable(database, dataDir)
    mark = dataDir === undefined ? undefined : new CommitMark(dataDir)
    return joinParts({database, mark, unlock}, options, isLocal)
  } catch (error) {
    mark?.close()
    database?.close()
    unlock()
    if (dataDir === undefined) throw error
    throw isUnwritable(error) ? unwritable(dataDir, error) : nameDamage(error, join(dataDir, 'lake.sqlite'))
  }
}

type Storage = {database: DatabaseSync; mark: CommitMark | undefined; unlock: () => void}

function joinParts(storage: Storage, options: LakeOptions, isLocal: boolean): AssembledLake {
  const {database, mark, unlock} = storage
  const clock = options.clock ?? (() => new Date())
  const limits = completeLimits(options.limits)
  const projectId = options.projectId ?? 'spine'
  const address = {publicUrl: options.publicUrl ?? 'http://localhost'}
  const cacheBytes = options.cacheBytes ?? DEFAULT_CACHE_BYTES
  const publicUrl = (): string => address.publicUrl
  const datasets = new DatasetRegistry(database, {cacheBytes, clock, publicUrl, projectId})
  // Before anybody else hears of a transaction, and before its writer does.
  if (mark) datasets.onOpen(({transactor}) => transactor.onWritten(({sequence}) => mark.advance(sequence)))
  const queries = new QueryEngine(database, {limits, cacheBytes, publicUrl})
  const dataset = datasets.ensure(options.dataset ?? 'production', {aclMode: options.aclMode ?? 'public'})
  // Whoever asks for a closed lake gets one, whatever it was before; opening one takes its own command.
  if (options.aclMode === 'private') datasets.setAclMode(dataset.name, 'private')
  if (options.documents) seedDocuments(dataset, options.documents)
  const tokens = new TokenStore(database, clock)
  const people = createPeople({database, clock, limits})
  const hub = new ListenHub({projectId, clock, limits})
  datasets.onOpen((opened) => hub.attach(opened))
  datasets.onRemove((removed) => hub.detach(removed))
  const access = new AccessWatch((token) => people.identify(token) ?? tokens.identify(token))
  const identify = (request: Request): Viewer =>
    access.identify(/^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1])
  const policy: OriginPolicy = {
    allowedOrigins: options.allowedOrigins ?? [],
    allowedHosts: options.allowedHosts ?? [],
    allowLoopback: options.allowLoopback ?? isLocal,
  }
  const core: LakeCore = {
    projectId,
    database,
    historyRetentionDays: options.historyRetentionDays,
    datasets,
    people,
    tokens,
    hub,
    tickets: new TicketBox(),
    clock,
    queries,
    onQuery: new Set(),
    limits,
    policy,
    createId: createRevisionIds(clock),
    access,
    unread: new UnreadBytes(limits.maxUnreadBytes),
    listeners: new Allowance({total: limits.maxListeners, each: limits.maxListenersPerClient}),
    identify,
  }
  const schedulers = new Map<string, ReleaseScheduler>()
  const report = options.onError ?? (() => undefined)
  datasets.onOpen((opened) => {
    const scheduler = new ReleaseScheduler(opened, {
      createId: core.createId,
      clock,
      report: (event) => report(new Error(describeSchedule(event))),
    })
    schedulers.set(opened.name, scheduler)
  })
  datasets.onRemove(({name}) => {
    schedulers.get(name)?.close()
    schedulers.delete(name)
  })
  const retention =
    options.historyRetentionDays === undefined
      ? undefined
      : new HistoryRetention(database, datasets, {days: options.historyRetentionDays, clock, report})
  const webhooks = createWebhooks(database, datasets, {projectId, clock, report}, options.webhooks)
  const assets = mountAssets(core, options.dataDir)
  const peopleRoutes = createPeopleRoutes({
    people,
    projectId,
    identify,
    limits,
    clock,
    findRobot: (id) => tokens.list().find((token) => token.id === id),
    isOriginAllowed: (origin) => isOriginAllowed(origin, policy),
    hasLogin: isLocal && policy.allowLoopback && options.login !== false,
  })
  const handle = createHandler(
    core,
    (app) => {
      addWebhookRoutes(app, core, webhooks)
      addDatasetRoutes(app, core, assets.store)
      addAccountRoutes(app, core)
      app.route('/:version', peopleRoutes)
      app.route('/:version', assets.routes)
      app.route('/', assets.routes)
    },
    report,
  )
  const lake: Lake = {
    projectId,
    dataset: dataset.name,
    fetch: (input, init) =>
      untilAborted(input instanceof Request && !init ? input : new Request(input, init), handle),
    createToken: (token) => tokens.create(token),
    close: () => {
      access.close()
      hub.close()
      queries.close()
      for (const scheduler of schedulers.values()) scheduler.close()
      retention?.close()
      for (const open of datasets.list())
        open.transactor.close(new LakeError('closed', 'The lake has stopped.'))
      webhooks.close()
      checkpoint(database)
      mark?.close()
      database.close()
      unlock()
    },
  }
  return {lake, core, handle, address, imageCacheBytes: () => assets.imageCacheBytes}
}

// What is in the log moves into the database, so that a copy of that file alone is whole. Who reads beside keeps it open.
function checkpoint(database: DatabaseSync): void {
  database.exec('PRAGMA busy_timeout = 100; PRAGMA wal_checkpoint(TRUNCATE)')
}

/** Answers as `fetch` does: not any more once the request was called off. */
function untilAborted(request: Request, handle: (request: Request) => Promise<Response>): Promise<Response> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(request.signal.reason)
    if (request.signal.aborted) return abort()
    request.signal.addEventListener('abort', abort, {once: true})
    handle(request)
      .then((answer) => resolve(answer instanceof WholeAnswer ? answer.toResponse() : answer), reject)
      .finally(() => request.signal.removeEventListener('abort', abort))
  })
}

function describeSchedule(event: ScheduleReport): string {
  const release = `Release "${event.releaseId}" in dataset "${event.dataset}"`
  if (event.kind === 'failed') return `${release} could not go out at its time: ${event.message}`
  return `${release} went out ${Math.round(event.lateMs / 1000)} s late: the lake was not running at its time.`
}
