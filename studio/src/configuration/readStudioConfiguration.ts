/** Where the Studio finds its content and the site that shows it. */
export interface StudioConfiguration {
  projectId: string
  dataset: string
  /** Origin of the embedded lake; nothing for Sanity's hosted Content Lake. */
  apiHost: string | undefined
  /** Origin of the site. */
  siteUrl: string
}

/** Variables that are read when the Studio is built; Sanity puts their values into the bundle. */
export interface StudioEnvironment {
  SANITY_STUDIO_PROJECT_ID?: string | undefined
  SANITY_STUDIO_DATASET?: string | undefined
  SANITY_STUDIO_API_HOST?: string | undefined
  SANITY_STUDIO_SITE_URL?: string | undefined
}

const EMBEDDED_PROJECT = 'spine'
const EMBEDDED_DATASET = 'production'
const EMBEDDED_API_HOST = 'http://localhost:3900'
const LOCAL_SITE = 'http://localhost:3000'

/**
 * Reads the configuration from what the server put into the page, so that one built Studio serves any
 * address; else from the environment at build time; else the embedded lake at its usual port.
 *
 * @param injected - the value of `globalThis.__SPINE_STUDIO__`
 * @param env - the variables `SANITY_STUDIO_*`; a project id without an API host means a hosted project
 */
export function readStudioConfiguration(injected: unknown, env: StudioEnvironment): StudioConfiguration {
  return readInjected(injected) ?? readEnvironment(env)
}

function readInjected(injected: unknown): StudioConfiguration | undefined {
  if (typeof injected !== 'object' || injected === null) return undefined
  const projectId = textIn(injected, 'projectId')
  const dataset = textIn(injected, 'dataset')
  if (projectId === undefined || dataset === undefined) {
    throw new TypeError('globalThis.__SPINE_STUDIO__ must give projectId and dataset as texts.')
  }
  return {
    projectId,
    dataset,
    apiHost: textIn(injected, 'apiHost'),
    siteUrl: textIn(injected, 'siteUrl') ?? LOCAL_SITE,
  }
}

function readEnvironment(env: StudioEnvironment): StudioConfiguration {
  const hosted = Boolean(env.SANITY_STUDIO_PROJECT_ID) && !env.SANITY_STUDIO_API_HOST
  return {
    projectId: env.SANITY_STUDIO_PROJECT_ID || EMBEDDED_PROJECT,
    dataset: env.SANITY_STUDIO_DATASET || EMBEDDED_DATASET,
    apiHost: hosted ? undefined : env.SANITY_STUDIO_API_HOST || EMBEDDED_API_HOST,
    siteUrl: env.SANITY_STUDIO_SITE_URL || LOCAL_SITE,
  }
}

function textIn(record: object, name: string): string | undefined {
  const value: unknown = Reflect.get(record, name)
  return typeof value === 'string' && value !== '' ? value : undefined
}
