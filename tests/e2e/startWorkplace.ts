import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createLake} from '@spine-center/lake'
import {
  EMBEDDED,
  freePort,
  previewToken,
  readSettings,
  type RunningProcess,
  seedLake,
  serveStudio,
  startLakeProcess,
  startSiteProcess,
  studioDist,
} from '@spine-center/launcher'
import {type Browser, chromium} from 'playwright-core'

/** The lake, the Studio and the site with the sample content, as `npm start` runs them, and a Chromium. */
export interface Workplace {
  lakeUrl: string
  studioUrl: string
  siteUrl: string
  dataDir: string
  /** An administrator's token, for looking at drafts from outside the Studio. */
  token: string
  browser: Browser
  /** Ends the lake's process as a power cut would. */
  killLake(): Promise<void>
  /** Starts the lake again, on the same port and with the same content. */
  restartLake(): Promise<void>
  close(): Promise<void>
}

// Chromium looks up hosts of its own and the Studio tries a few of Sanity's: none of them may be reached.
const CLOSED_NETWORK =
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE *.localhost , EXCLUDE localhost , EXCLUDE 127.0.0.1'

/** Starts everything on ports that the system picks, with content in a folder of its own. */
export async function startWorkplace(): Promise<Workplace> {
  // What was started goes again when the rest cannot be.
  await using starting = new AsyncDisposableStack()
  const dataDir = await mkdtemp(join(tmpdir(), 'workplace-'))
  starting.defer(() => rm(dataDir, {recursive: true}))
  const settings = readSettings({
    LAKE_PORT: String(await freePort()),
    STUDIO_PORT: String(await freePort()),
    SITE_PORT: String(await freePort()),
    DATA_DIR: dataDir,
  })
  const siteUrl = `http://localhost:${settings.sitePort}`
  const lakeUrl = `http://localhost:${settings.lakePort}`
  await seedLake({dataDir, ...EMBEDDED})
  const token = administratorToken(dataDir)
  const preview = previewToken({dataDir, ...EMBEDDED})
  let lake: RunningProcess = await startLakeProcess(settings)
  starting.defer(() => lake.stop())
  const site = await startSiteProcess(settings, {previewToken: preview})
  starting.defer(() => site.stop())
  const studio = await serveStudio({
    dist: studioDist,
    port: settings.studioPort,
    configuration: {...EMBEDDED, apiHost: lakeUrl, siteUrl},
  })
  starting.defer(() => studio.close())
  const browser = await launchChromium()
  starting.defer(() => browser.close())
  const started = starting.move()
  return {
    lakeUrl,
    siteUrl,
    studioUrl: studio.url,
    dataDir,
    token,
    browser,
    killLake: () => lake.kill(),
    restartLake: async () => {
      lake = await startLakeProcess(settings)
    },
    close: () => started.disposeAsync(),
  }
}

/** A Chromium that reaches this machine and nothing else. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    timeout: 120_000,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', CLOSED_NETWORK],
  })
}

function administratorToken(dataDir: string): string {
  const lake = createLake({dataDir, ...EMBEDDED})
  const token = lake.createToken({role: 'administrator', label: 'Browser tests'})
  lake.close()
  return token
}

function chromiumPath(): string {
  const path = process.env['CHROMIUM_PATH']
  if (!path)
    throw new Error('Run the browser tests with `npm test`, which finds a Chromium, or set CHROMIUM_PATH.')
  return path
}
