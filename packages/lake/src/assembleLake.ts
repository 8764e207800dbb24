import type {DatabaseSync} from 'node:sqlite'
import {ReleaseScheduler} from './actions/ReleaseScheduler.ts'
import type {ScheduleReport} from './actions/ReleaseScheduler.ts'
import {TokenStore} from './access/TokenStore.ts'
import {ANONYMOUS} from './access/Viewer.ts'
import type {Viewer} from './access/Viewer.ts'
import type {Lake} from './createLake.ts'
import {DatasetRegistry} from './DatasetRegistry.ts'
import {addAccountRoutes} from './http/accountRoutes.ts'
import {createHandler} from './http/createHandler.ts'
import {addDatasetRoutes} from './http/datasetRoutes.ts'
import {isOriginAllowed} from './http/originPolicy.ts'
import type {OriginPolicy} from './http/originPolicy.ts'
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
import {lockFolder} from './store/lockFolder.ts'
import {openDatabase} from './store/openDatabase.ts'
import {createWebhooks} from './webhooks/createWebhooks.ts'
import {addWebhookRoutes} from './webhooks/webhookRoutes.ts'

const DEFAULT_QUERY_TIMEOUT_MS = 10_000
const DEFAULT_CACHE_BYTES = 128 * 1024 * 1024

/** A lake and what a server around it needs. */
export type AssembledLake = {lake: Lake; core: LakeCore; policy: OriginPolicy; address: {publicUrl: string}}

/** Opens the database and joins the parts of a lake. */
export function assembleLake(options: LakeOptions): AssembledLake {
  const clock = options.clock ?? (() => new Date())
  const limits = completeLimits(options.limits)
  const projectId = options.projectId ?? 'spine'
  const address = {publicUrl: options.publicUrl ?? 'http://localhost'}
  const unlock = options.dataDir === undefined ? () => undefined : lockFolder(options.dataDir)
  const database = openOrUnlock(options.dataDir, unlock)
  const datasets = new DatasetRegistry(database, {
    cacheBytes: options.cacheBytes ?? DEFAULT_CACHE_BYTES,
    clock,
    publicUrl: () => address.publicUrl,
  })
  const dataset = datasets.ensure(options.dataset ?? 'production', {aclMode: options.aclMode ?? 'public'})
  if (options.documents) seedDocuments(dataset, options.documents)
  const tokens = new TokenStore(database, clock)
  const people = createPeople({database, clock, limits})
  const hub = new ListenHub({projectId, clock})
  datasets.onOpen((opened) => hub.attach(opened))
  datasets.onRemove((removed) => hub.detach(removed))
  const identifyToken = (token: string): Viewer | undefined =>
    people.identify(token) ?? tokens.identify(token)
  const identify = (request: Request): Viewer => {
    const [, token] = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '') ?? []
    return (token === undefined ? undefined : identifyToken(token)) ?? ANONYMOUS
  }
  const core: LakeCore = {
    projectId,
    database,
    datasets,
    people,
    hub,
    tickets: new TicketBox(),
    clock,
    queryTimeoutMs: options.queryTimeoutMs ?? DEFAULT_QUERY_TIMEOUT_MS,
    limits,
    createId: createRevisionIds(),
    identifyToken,
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
  const webhooks = createWebhooks(database, datasets, {projectId, clock, report}, options.webhooks)
  const policy: OriginPolicy = {
    allowedOrigins: options.allowedOrigins ?? [],
    allowedHosts: options.allowedHosts ?? [],
    allowLoopback: options.allowLoopback ?? true,
  }
  const assets = mountAssets(core, options.dataDir)
  const peopleRoutes = createPeopleRoutes({
    people,
    projectId,
    identify,
    limits,
    clock,
    findRobot: (id) => tokens.list().find((token) => token.id === id),
    isOriginAllowed: (origin) => isOriginAllowed(origin, policy),
    isLoopback: policy.allowLoopback,
  })
  const handle = createHandler(
    core,
    (app) => {
      addWebhookRoutes(app, core, webhooks)
      addDatasetRoutes(app, core, assets.store)
      addAccountRoutes(app, {projectId, tokens, policy})
      app.route('/:version', peopleRoutes)
      app.route('/:version', assets.routes)
      app.route('/', assets.routes)
    },
    policy,
    report,
  )
  const lake: Lake = {
    projectId,
    dataset: dataset.name,
    fetch: (input, init) => handle(input instanceof Request && !init ? input : new Request(input, init)),
    createToken: (token) => tokens.create(token),
    close: () => {
      hub.close()
      for (const scheduler of schedulers.values()) scheduler.close()
      for (const open of datasets.list())
        open.transactor.close(new LakeError('closed', 'The lake has stopped.'))
      webhooks.close()
      database.close()
      unlock()
    },
  }
  return {lake, core, policy, address}
}

function describeSchedule(event: ScheduleReport): string {
  const release = `Release "${event.releaseId}" in dataset "${event.dataset}"`
  if (event.kind === 'failed') return `${release} could not go out at its time: ${event.message}`
  return `${release} went out ${Math.round(event.lateMs / 1000)} s late: the lake was not running at its time.`
}

function openOrUnlock(dataDir: string | undefined, unlock: () => void): DatabaseSync {
  try {
    return openDatabase(dataDir)
  } catch (error) {
    unlock()
    throw error
  }
}
