import {readFile} from 'node:fs/promises'
import {serve} from '@hono/node-server'
import {serveStatic} from '@hono/node-server/serve-static'
import {Hono} from 'hono'

/** What the built Studio reads from `globalThis.__SPINE_STUDIO__`, so that one build serves any address. */
export interface StudioConfiguration {
  projectId: string
  dataset: string
  /** Absent for Sanity's hosted Content Lake. */
  apiHost?: string
  siteUrl: string
}

interface ServeOptions {
  /** The folder that `sanity build` wrote. */
  dist: string
  port: number
  host?: string
  configuration: StudioConfiguration
}

/** Serves a built Studio with its run-time configuration; port 0 lets the system pick one. */
export async function serveStudio(
  options: ServeOptions,
): Promise<{url: string; port: number; close(): Promise<void>}> {
  const page = withConfiguration(await readFile(`${options.dist}/index.html`, 'utf8'), options.configuration)
  const app = new Hono()
  const files = serveStatic({
    root: options.dist,
    onFound: (_path, context) => {
      context.header('Cache-Control', 'public, max-age=3600')
    },
  })
  // Names under /static carry a hash of their content; every other path is a place inside the single-page Studio.
  app.get('/static/*', files)
  app.get('/favicon.ico', files)
  app.get('/static/*', (context) => context.notFound())
  app.get('*', (context) =>
    context.html(page, 200, {'Cache-Control': 'no-cache', 'X-Frame-Options': 'SAMEORIGIN'}),
  )

  const host = options.host ?? '127.0.0.1'
  return new Promise((resolve, reject) => {
    const server = serve({fetch: app.fetch, port: options.port, hostname: host}, ({port}) => {
      resolve({
        url: `http://localhost:${port}`,
        port,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
    server.once('error', reject)
  })
}

/** Puts the configuration in front of the Studio's own scripts; `<` is escaped so that no value can end the element. */
export function withConfiguration(page: string, configuration: StudioConfiguration): string {
  const json = JSON.stringify(configuration).replaceAll('<', '\\u003c')
  return page.replace(/<head[^>]*>/, (head) => `${head}<script>globalThis.__SPINE_STUDIO__=${json}</script>`)
}
