import {resolve} from 'node:path'
import {LauncherError} from './launcherError.ts'
import {root} from './root.ts'

/** Where the parts listen and where content is kept. Ports are TCP ports on the loopback interface. */
export interface Settings {
  lakePort: number
  studioPort: number
  sitePort: number
  /** Absolute path of the folder that holds the embedded lake's database and assets. */
  dataDir: string
  /** Set when the content lives in Sanity's hosted Content Lake instead of the embedded one. */
  hosted: {projectId: string; dataset: string} | null
}

/**
 * Reads the settings from environment variables.
 *
 * @throws LauncherError `bad-setting` when a port is no port or two parts share one.
 * @example
 * readSettings({LAKE_PORT: '4000'}).lakePort // 4000
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const ports = {
    lakePort: readPort(env, 'LAKE_PORT', 3900),
    studioPort: readPort(env, 'STUDIO_PORT', 3333),
    sitePort: readPort(env, 'SITE_PORT', 3000),
  }
  if (new Set(Object.values(ports)).size < 3) {
    throw new LauncherError(
      'bad-setting',
      'LAKE_PORT, STUDIO_PORT and SITE_PORT must be three different ports: ' +
        `they are ${ports.lakePort}, ${ports.studioPort} and ${ports.sitePort}.`,
    )
  }
  const projectId = env['SANITY_STUDIO_PROJECT_ID']
  return {
    ...ports,
    dataDir: resolve(root, env['DATA_DIR'] || '.content'),
    hosted: projectId ? {projectId, dataset: env['SANITY_STUDIO_DATASET'] || 'production'} : null,
  }
}

function readPort(env: Record<string, string | undefined>, name: string, fallback: number): number {
  const value = env[name]
  if (!value) return fallback
  const port = Number(value)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new LauncherError(
      'bad-setting',
      `${name} is "${value}". Give a whole number from 1 to 65535, or leave it unset.`,
    )
  }
  return port
}
