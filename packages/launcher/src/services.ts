import {join} from 'node:path'
import {root} from './root.ts'
import {type RunningProcess, startProcess} from './startProcess.ts'
import type {Settings} from './settings.ts'

const LAKE_CLI = join(root, 'packages', 'lake', 'src', 'cli.ts')
const SITE_CLI = join(root, 'packages', 'site', 'src', 'cli.ts')

/** The embedded lake's project id and dataset, when no hosted project is configured. */
export const EMBEDDED = {projectId: 'spine', dataset: 'production'} as const

/** Starts the embedded lake as a process of its own and waits until it answers. */
export function startLakeProcess(
  settings: Settings,
  options: {watch?: boolean} = {},
): Promise<RunningProcess> {
  return startProcess({
    name: 'The lake',
    args: [
      ...watchArguments(options.watch),
      LAKE_CLI,
      'start',
      '--port',
      String(settings.lakePort),
      '--data-dir',
      settings.dataDir,
      '--project-id',
      EMBEDDED.projectId,
      '--dataset',
      EMBEDDED.dataset,
    ],
    readyUrl: `http://127.0.0.1:${settings.lakePort}/v1/ping`,
    verbose: options.watch ?? false,
  })
}

/**
 * Starts the reference site against the embedded lake or the hosted project.
 *
 * @param options.previewToken - lets the Studio show drafts on the site; may read them and nothing else
 */
export function startSiteProcess(
  settings: Settings,
  options: {watch?: boolean; previewToken?: string | undefined} = {},
): Promise<RunningProcess> {
  const source = settings.hosted
    ? {SANITY_PROJECT_ID: settings.hosted.projectId, SANITY_DATASET: settings.hosted.dataset}
    : {LAKE_URL: `http://127.0.0.1:${settings.lakePort}`}
  return startProcess({
    name: 'The site',
    args: [...watchArguments(options.watch), SITE_CLI],
    env: {
      ...source,
      SITE_PORT: String(settings.sitePort),
      STUDIO_URL: `http://localhost:${settings.studioPort}`,
      ...(options.previewToken ? {SITE_PREVIEW_TOKEN: options.previewToken} : {}),
    },
    readyUrl: `http://127.0.0.1:${settings.sitePort}/healthz`,
    verbose: options.watch ?? false,
  })
}

function watchArguments(watch = false): string[] {
  return watch ? ['--watch', '--watch-preserve-output'] : []
}
