import type {StartSiteOptions} from './startSite.ts'

/**
 * Reads what the environment says: `SITE_PORT`, `SITE_HOST`, `LAKE_URL`, or `SANITY_PROJECT_ID` and
 * `SANITY_DATASET`, `STUDIO_URL`, and `SITE_PREVIEW_TOKEN`.
 *
 * @throws TypeError naming the variable and what it may be
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): StartSiteOptions {
  const port = env['SITE_PORT']?.trim()
  if (port && !/^\d{1,5}$/u.test(port)) {
    throw new TypeError(`SITE_PORT is “${port}”. Use a number from 0 to 65535.`)
  }
  for (const name of ['LAKE_URL', 'STUDIO_URL']) {
    const address = env[name]
    if (address && !/^https?:$/u.test(URL.canParse(address) ? new URL(address).protocol : '')) {
      throw new TypeError(`${name} is “${address}”. Use an address such as http://127.0.0.1:3900.`)
    }
  }
  return {
    port: port ? Number(port) : 3000,
    host: env['SITE_HOST'] || undefined,
    lakeUrl: env['LAKE_URL'] || undefined,
    projectId: env['SANITY_PROJECT_ID'] || undefined,
    dataset: env['SANITY_DATASET'] || undefined,
    previewToken: env['SITE_PREVIEW_TOKEN']?.trim() || undefined,
    ...(env['STUDIO_URL'] ? {studioUrl: env['STUDIO_URL']} : {}),
  }
}
