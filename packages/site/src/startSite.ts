import {createServer, type Server} from 'node:http'
import {getRequestListener} from '@hono/node-server'
import {createContent, formatProblem} from '@spine-center/sdk'
import {createSite} from './createSite.ts'
import {createPreviewOptions} from './preview/createPreviewOptions.ts'
import {SiteError} from './SiteError.ts'
import type {SiteOptions} from './siteContext.ts'

const LAKE_URL = 'http://127.0.0.1:3900'
const PROJECT = 'spine'
const DATASET = 'production'
const MAX_PORT = 65_535

/** Where content comes from and where the site listens. */
export interface StartSiteOptions extends Omit<
  SiteOptions,
  'content' | 'imageBaseUrl' | 'preview' | 'isPreview'
> {
  /** Address of an embedded lake. Default `http://127.0.0.1:3900`; not used with `projectId`. */
  readonly lakeUrl?: string | undefined
  /** Project at Sanity, for hosted content. */
  readonly projectId?: string | undefined
  /** Default `production`. */
  readonly dataset?: string | undefined
  /** May read drafts (role viewer). With it and `studioUrl` the Studio's Preview tool can show them on this site. */
  readonly previewToken?: string | undefined
  /** Default `127.0.0.1`: this machine alone. */
  readonly host?: string | undefined
  /** 0 takes any free port. Default 3000. */
  readonly port?: number | undefined
}

/** A site that listens. */
export interface RunningSite {
  /** As `http://127.0.0.1:3000`. */
  readonly url: string
  readonly port: number
  /** Takes no more requests and ends when those under way are answered. */
  close(): Promise<void>
}

/**
 * Starts the site.
 *
 * @throws SiteError `port-in-use` or `cannot-listen`, saying what to change
 * @throws TypeError when an address cannot be one
 *
 * @example
 * ```ts
 * const site = await startSite({port: 3000, lakeUrl: 'http://127.0.0.1:3900'})
 * await site.close()
 * ```
 */
export async function startSite(options: StartSiteOptions = {}): Promise<RunningSite> {
  const {host = '127.0.0.1', port = 3000} = options
  const app = createSite({...options, ...contentOf(options), ...previewOf(options)})
  const server = createServer(getRequestListener(app.fetch, {overrideGlobalObjects: false}))
  await listen(server, port, host)
  const address = server.address()
  const chosen = typeof address === 'object' && address ? address.port : port
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${chosen}`,
    port: chosen,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeIdleConnections()
      }),
  }
}

function contentOf(options: StartSiteOptions): Pick<SiteOptions, 'content'> & {imageBaseUrl: string} {
  const {projectId, dataset = DATASET, lakeUrl = LAKE_URL, studioUrl, onProblem} = options
  const shared = {
    dataset,
    ...(studioUrl ? {studioUrl} : {}),
    ...(onProblem ? {onProblem: (problem) => onProblem(formatProblem(problem))} : {}),
  } satisfies Partial<Parameters<typeof createContent>[0]>
  if (projectId) {
    return {
      content: createContent({...shared, projectId}),
      imageBaseUrl: `https://cdn.sanity.io/images/${projectId}/${dataset}`,
    }
  }
  const base = lakeUrl.replace(/\/+$/u, '')
  return {
    content: createContent({...shared, url: base}),
    imageBaseUrl: `${base}/images/${PROJECT}/${dataset}`,
  }
}

function previewOf({
  previewToken,
  studioUrl,
  projectId,
  dataset = DATASET,
  lakeUrl = LAKE_URL,
  onProblem,
}: StartSiteOptions): Pick<SiteOptions, 'preview'> {
  if (!previewToken || !studioUrl) return {}
  return {
    preview: createPreviewOptions({
      lakeUrl: projectId ? undefined : lakeUrl,
      projectId: projectId ?? PROJECT,
      dataset,
      token: previewToken,
      studioUrl,
      onProblem: (problem) => onProblem?.(formatProblem(problem)),
    }),
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  if (!Number.isInteger(port) || port < 0 || port > MAX_PORT) {
    throw new TypeError(`The port ${port} is not a number from 0 to ${MAX_PORT}.`)
  }
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE'
      const message = isTaken
        ? `Port ${port} on ${host} is taken. Stop what listens there, or choose another with SITE_PORT.`
        : `The site cannot listen on ${host}, port ${port}: ${error.message}`
      reject(new SiteError(isTaken ? 'port-in-use' : 'cannot-listen', message, error))
    })
    server.listen(port, host, resolve)
  })
}
