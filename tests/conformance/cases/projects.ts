import {expect} from 'vitest'
import type {Case, Subject} from '../suite/Case.ts'

const HOSTED = 'hosted answers follow plan and organisation'
const STUDIO = 'Studio, at start'

type Row = {
  rule: string
  source?: string
  path: string
  embeddedOnly?: string
  token?: null
  version?: string
  status?: number
  body?: unknown
}

const ROWS: Row[] = [
  {
    rule: 'the project',
    path: '/projects/:project',
    body: {
      id: expect.any(String),
      displayName: expect.any(String),
      members: [{isRobot: true, isCurrentUser: true, roles: [{name: 'administrator'}]}],
    },
  },
  {rule: 'projects', path: '/projects', body: [{id: expect.any(String)}], embeddedOnly: HOSTED},
  {
    rule: 'another project is not found',
    path: '/projects/nothing0',
    status: 404,
    body: {message: expect.stringContaining('nothing0')},
    embeddedOnly: 'hosted refuses to say',
  },
  {
    rule: 'datasets',
    path: '/projects/:project/datasets',
    body: [{name: 'production', aclMode: 'public', datasetProfile: 'content', addonFor: null}],
    embeddedOnly: HOSTED,
  },
  {
    rule: 'datasets by the newer path',
    path: '/datasets',
    version: 'v2025-06-27',
    body: [{name: 'production'}],
    embeddedOnly: HOSTED,
  },
  {
    rule: 'datasets of a profile',
    path: '/projects/:project/datasets?datasetProfile=comments&addonFor=production',
    body: [],
    embeddedOnly: HOSTED,
  },
  {
    rule: 'access rules',
    path: '/projects/:project/datasets/:dataset/acl',
    source: `${STUDIO}: without them nothing can be edited`,
    body: [{filter: expect.any(String), permissions: expect.arrayContaining(['read', 'create', 'update'])}],
  },
  {rule: 'grants', path: '/projects/:project/grants', body: {'sanity.project': expect.any(Array)}},
  {
    rule: 'features',
    path: '/features',
    body: expect.arrayContaining(['contentReleases', 'studioComments', 'sanityTasks']),
    embeddedOnly: HOSTED,
  },
  {
    rule: 'limits of releases',
    path: '/projects/:project/new-content-release-allowed',
    version: 'vX',
    source: 'Studio, fetchReleaseLimits: {data: {…}}',
    body: {
      data: {
        datasetReleaseLimit: expect.any(Number),
        orgActiveReleaseLimit: expect.any(Number),
        orgMeteredActiveReleaseCount: expect.any(Number),
      },
    },
    embeddedOnly: HOSTED,
  },
  {
    rule: 'the subscription says how long history is kept',
    path: '/subscriptions/project/:project',
    source: 'Studio, useProjectSubscriptions: featureTypes.retention.features[0].attributes.maxRetentionDays',
    body: {featureTypes: {retention: {features: [{attributes: {maxRetentionDays: expect.any(Number)}}]}}},
    embeddedOnly: HOSTED,
  },
  {
    rule: 'schedules of old are none',
    path: '/schedules/:project/:dataset?limit=1',
    source: 'Studio, useHasUsedScheduledPublishing',
    body: {schedules: []},
    embeddedOnly: HOSTED,
  },
  {
    rule: 'references from other datasets are none',
    path: '/data/references/:dataset/documents/a/to?excludeInternalReferences=true&excludePaths=true',
    source: 'Studio, useReferringDocuments',
    body: {totalCount: 0, references: []},
    embeddedOnly: HOSTED,
  },
  {rule: 'ping', path: '/ping', token: null, status: 200, embeddedOnly: HOSTED},
  {
    rule: 'check/cors',
    path: '/check/cors',
    source: '@sanity/client: asked after a network error',
    body: {result: {allowed: true, withCredentials: true}},
    embeddedOnly: HOSTED,
  },
  {
    rule: 'no telemetry',
    path: '/intake/telemetry-status',
    source: `${STUDIO}: {status: "denied"} sends nothing`,
    body: {status: 'denied'},
    embeddedOnly: HOSTED,
  },
  {rule: 'announcements are none', path: '/journey/announcements', body: [], embeddedOnly: HOSTED},
  {rule: 'no trial is offered', path: '/journey/trial', body: {}, embeddedOnly: HOSTED},
  {rule: 'help', path: '/help', status: 200, embeddedOnly: HOSTED},
  {
    rule: 'applications are none',
    path: '/projects/:project/user-applications',
    body: [],
    embeddedOnly: HOSTED,
  },
  {
    rule: 'indexing settings',
    path: '/projects/:project/datasets/:dataset/settings/indexing',
    status: 200,
    embeddedOnly: HOSTED,
  },
]

const VERSIONS = [
  'v1',
  'v2021-03-25',
  'v2021-06-07',
  'v2022-06-30',
  'v2023-05-26',
  'v2024-05-23',
  'v2025-02-19',
  'v2025-06-27',
  'v2025-09-16',
  'vX',
]

// What the clients and the Studio ask of services that an embedded lake has not.
const ELSEWHERE = [
  ['POST', '/agent/action/generate/:dataset', 'agent'],
  ['POST', '/agent/action/transform/:dataset', 'agent'],
  ['GET', '/agent/org/bundles/mine/listen', 'agent'],
  ['POST', '/functions/f1/invoke', 'functions'],
  ['GET', '/media-libraries?organizationId=o', 'media library'],
  ['GET', '/media-libraries/m/doc/a', 'media library'],
  ['POST', '/assets/media-library-link/:dataset', 'media library'],
  ['POST', '/assist/studio-to-canvas/:dataset', 'canvas'],
  ['GET', '/canvases/c/query', 'canvas'],
  ['GET', '/knowledge-bases/k/query', 'knowledge bases'],
  ['GET', '/dashboards/d/query', 'dashboards'],
  ['GET', '/collaboration/comments/query', 'collaboration'],
  ['POST', '/descriptors/claim', 'descriptors'],
  ['POST', '/schedules/:project/:dataset', 'schedules'],
  ['GET', '/access/requests/me', 'access requests'],
  ['GET', '/projects/:project/datasets/:dataset/settings/embeddings', 'embeddings'],
  ['GET', '/vectors/query/:dataset', 'embeddings'],
  ['POST', '/graphql/:dataset/default', 'GraphQL'],
] as const

const OTHERS: Case[] = [
  ...VERSIONS.map(versionCase),
  ...['v2021-13-40', 'latest', 'v2', '2021-06-07'].map(unknownVersionCase),
  ...ELSEWHERE.map(([method, path, name]) => elsewhereCase(method, path, name)),
  {
    rule: 'a path that there is none of is named',
    source: '@sanity/client: {statusCode, error, message}',
    async run(scope) {
      const {status, body} = await scope.ask('/data/nothing/:dataset')
      expect({status, body}).toMatchObject({status: 404, body: {message: expect.any(String)}})
    },
  },
  {
    rule: 'comments and tasks get a dataset beside their own, once',
    source: 'Studio, AddonDatasetProvider: POST /comments/:dataset/setup gives {datasetName}',
    embeddedOnly: 'creates a dataset',
    async run(scope) {
      const first = await scope.ask('/comments/:dataset/setup', {method: 'POST'})
      expect(first).toMatchObject({status: 200, body: {datasetName: 'production-comments'}})
      expect(await scope.ask('/comments/:dataset/setup', {method: 'POST'})).toMatchObject(first)
      const {body} = await scope.ask(
        '/projects/:project/datasets?datasetProfile=comments&addonFor=production',
      )
      expect(body).toMatchObject([{name: 'production-comments', aclMode: 'private', addonFor: 'production'}])
      const addon = scope.client({dataset: 'production-comments'})
      await addon.create({_id: 'comment', _type: 'comment', message: 'Hello'})
      expect(await addon.getDocument('comment')).toMatchObject({message: 'Hello'})
      expect((await scope.ask('/data/query/production-comments?query=1', {token: null})).status).toBe(401)
    },
  },
  {
    rule: 'the client’s calls about projects and datasets',
    source: '@sanity/client: projects and datasets',
    async run(scope) {
      const {projectId, dataset} = scope.target
      const client = scope.client()
      expect(await client.projects.getById(projectId)).toMatchObject({id: projectId})
      expect(await client.datasets.list()).toEqual(
        expect.arrayContaining([expect.objectContaining({name: dataset})]),
      )
    },
  },
  {
    rule: 'the project may stand in the host name',
    source: 'Studio: http://<projectId>.<apiHost>',
    embeddedOnly: 'hosted is always asked so',
    async run({target}) {
      const path = `/v2025-02-19/data/query/${target.dataset}?query=1`
      expect(await target.statusUnder?.(`${target.projectId}.localhost`, path)).toBe(200)
      expect(await target.statusUnder?.('localhost', path)).toBe(200)
    },
  },
  {
    rule: 'a foreign host name is refused',
    source: 'DNS rebinding: a page elsewhere sends its own name',
    embeddedOnly: 'hosted has names of its own',
    async run({target}) {
      expect(await target.statusUnder?.('evil.example', '/v1/ping')).toBe(403)
    },
  },
]

function versionCase(version: string): Case {
  return {
    rule: `API version ${version} is answered`,
    source: 'Sanity docs, API versioning: vYYYY-MM-DD, v1 and vX',
    async run(scope) {
      expect(await scope.query('1 + 1', {}, {version})).toMatchObject({status: 200, body: {result: 2}})
    },
  }
}

function unknownVersionCase(version: string): Case {
  return {
    rule: `${version} is no API version`,
    source: 'Sanity docs, API versioning: vYYYY-MM-DD, v1 and vX',
    async run(scope) {
      const {status, body} = await scope.query('1', {}, {version})
      expect([400, 404]).toContain(status)
      expect(JSON.stringify(body)).toContain(version)
    },
  }
}

function elsewhereCase(method: string, path: string, name: string): Case {
  return {
    rule: `${method} ${path} is refused by name`,
    source: 'what is not supported answers with an error that names it',
    embeddedOnly: 'hosted has it',
    async run(scope) {
      const {status, body} = await scope.ask(path, {method, ...(method === 'POST' ? {body: {}} : {})})
      const expected = {statusCode: 404, message: expect.stringContaining(name)}
      expect({status, body}).toMatchObject({status: 404, body: expected})
    },
  }
}

function toCase({rule, source = STUDIO, path, embeddedOnly, token, version, status = 200, body}: Row): Case {
  return {
    rule,
    source,
    ...(embeddedOnly === undefined ? {} : {embeddedOnly}),
    async run(scope) {
      const asking = {...(token === null ? {token} : {}), ...(version === undefined ? {} : {version})}
      const answer = await scope.ask(path, asking)
      expect(answer).toMatchObject({status, ...(body === undefined ? {} : {body})})
    },
  }
}

/** What is asked about the project, the API itself, and what an embedded lake has not. */
export const projects: Subject = {
  subject: 'projects, versions and hosts',
  cases: [...ROWS.map(toCase), ...OTHERS],
}
