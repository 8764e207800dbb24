import type {LakeCore} from '../LakeCore.ts'
import {describeAccess} from '../access/describeAccess.ts'
import {mayDo} from '../access/Permission.ts'
import {isReadable, readableDataset} from '../access/readableDataset.ts'
import type {Viewer} from '../access/Viewer.ts'
import {listProjectMembers} from '../people/createPeopleRoutes.ts'
import {isOriginAllowed} from './originPolicy.ts'
import {readOpenBody} from './readBody.ts'
import type {LakeApp} from './LakeApp.ts'

const FEATURES = [
  'contentReleases',
  'studioComments',
  'sanityTasks',
  'scheduledPublishing',
  'singleDocRelease',
  'privateDataset',
]

// Without an option the whole history is kept, and no plan limits releases here; the Studio wants figures all the same.
const RETENTION_DAYS = 3650
const RELEASE_LIMIT = 1000

/** What the Studio and clients ask about the project itself. */
export function addFactRoutes(app: LakeApp, lake: LakeCore): void {
  const {projectId} = lake
  app.get('/:version/ping', () => Response.json({status: 'ok'}))
  app.get('/:version/data/ping/:dataset', () => Response.json({status: 'ok'}))
  app.get('/:version/check/cors', (c) => {
    const origin = c.req.header('origin')
    const allowed = origin === undefined || isOriginAllowed(origin, lake.policy)
    return Response.json({result: {allowed, withCredentials: allowed}})
  })
  app.get('/:version/features', () => Response.json(FEATURES))
  app.get('/:version/projects', (c) => Response.json([describeProject(lake, c.get('viewer'))]))
  app.get('/:version/projects/:project', (c) => Response.json(describeProject(lake, c.get('viewer'))))
  app.get('/:version/projects/:project/datasets', (c) =>
    Response.json(listDatasets(lake, c.get('viewer'), c.req.query())),
  )
  app.get('/:version/datasets', (c) => Response.json(listDatasets(lake, c.get('viewer'), c.req.query())))
  app.get('/:version/projects/:project/datasets/:dataset/acl', (c) => {
    readableDataset(lake.datasets, c.req.param('dataset'), c.get('viewer'))
    return Response.json(describeAccess(c.get('viewer')).acl)
  })
  app.get('/:version/projects/:project/grants', (c) => Response.json(describeAccess(c.get('viewer')).grants))
  app.get('/:version/projects/:project/new-content-release-allowed', () =>
    Response.json({
      data: {
        datasetReleaseLimit: RELEASE_LIMIT,
        orgActiveReleaseLimit: RELEASE_LIMIT,
        orgMeteredActiveReleaseCount: 0,
        defaultOrgActiveReleaseLimit: RELEASE_LIMIT,
      },
    }),
  )
  app.get('/:version/subscriptions/project/:project', () =>
    Response.json({
      featureTypes: {
        retention: {
          features: [{attributes: {maxRetentionDays: lake.historyRetentionDays ?? RETENTION_DAYS}}],
        },
      },
    }),
  )
  app.get('/:version/schedules/:project/:dataset', () => Response.json({schedules: []}))
  app.get('/:version/intake/telemetry-status', () => Response.json({status: 'denied'}))
  app.post('/:version/intake/batch', () => Response.json({}))
  app.get('/:version/help', () => Response.json({resources: {title: 'Help', sectionArray: []}}))
  app.get('/:version/journey/announcements', () => Response.json([]))
  app.get('/:version/journey/trial', () => Response.json({}))
  // What Sanity would like to sell: nothing here.
  app.get('/:version/journey/:offer', () => Response.json(null))
  app.get('/:version/projects/:project/datasets/:dataset/settings/indexing', () => Response.json({}))
  app.get('/:version/projects/:project/user-applications', () => Response.json([]))
  // Comments and tasks live in a dataset beside the one they are about.
  app.post('/:version/comments/:dataset/setup', async (c) => {
    if (c.req.header('content-length') !== '0' && c.req.header('content-type')?.includes('json'))
      await readOpenBody(c.req.raw, lake.limits, c.get('viewer'))
    const dataset = lake.datasets.get(c.req.param('dataset'))
    const addon = lake.datasets.ensure(`${dataset.name}-comments`, {
      aclMode: 'private',
      profile: 'comments',
      addonFor: dataset.name,
    })
    return Response.json({datasetName: addon.name, projectId})
  })
}

function describeProject(lake: LakeCore, viewer: Viewer): object {
  return {
    id: lake.projectId,
    displayName: lake.projectId,
    studioHost: null,
    organizationId: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    activityFeedEnabled: false,
    metadata: {},
    createdAt: createdAtOf(lake),
    features: FEATURES,
    members: mayDo(viewer, 'people') ? listProjectMembers(lake.people, lake.tokens.list(), viewer) : [],
  }
}

function listDatasets(lake: LakeCore, viewer: Viewer, query: Record<string, string>): object[] {
  return lake.datasets
    .list()
    .filter((dataset) => isReadable(dataset, viewer))
    .filter(({profile, addonFor}) => {
      if (query['datasetProfile'] !== undefined && profile !== query['datasetProfile']) return false
      return query['addonFor'] === undefined || addonFor === query['addonFor']
    })
    .map(({name, aclMode, profile, addonFor, createdAt}) => ({
      name,
      aclMode,
      datasetProfile: profile,
      addonFor: addonFor ?? null,
      createdAt,
      tags: [],
    }))
}

/** A project is as old as its first dataset. */
function createdAtOf(lake: LakeCore): string | undefined {
  const [first] = lake.datasets
    .list()
    .map(({createdAt}) => createdAt)
    .toSorted()
  return first
}
