import {join} from 'node:path'
import {assertPortFree} from './assertPortFree.ts'
import {previewToken} from './previewToken.ts'
import {exitWith, print} from './print.ts'
import {root} from './root.ts'
import {runUntilStopped} from './runUntilStopped.ts'
import {seedLake} from './seedLake.ts'
import {EMBEDDED, startLakeProcess, startSiteProcess} from './services.ts'
import {readSettings, type Settings} from './settings.ts'
import {startProcess} from './startProcess.ts'

// Like `start`, but every part restarts or reloads when its sources change.
try {
  const settings = readSettings(process.env)
  await runUntilStopped(async (keep) => {
    await assertPortFree('the Studio', 'STUDIO_PORT', settings.studioPort)
    await assertPortFree('the site', 'SITE_PORT', settings.sitePort)
    let token: string | undefined
    if (!settings.hosted) {
      await assertPortFree('the lake', 'LAKE_PORT', settings.lakePort)
      await seedLake({dataDir: settings.dataDir, ...EMBEDDED})
      token = previewToken({dataDir: settings.dataDir, ...EMBEDDED})
      keep(await startLakeProcess(settings, {watch: true}))
    }
    keep(await startSiteProcess(settings, {watch: true, previewToken: token}))
    keep(await startStudioServer(settings))
    print(
      `\nStudio with hot reload: http://localhost:${settings.studioPort}   Site: http://localhost:${settings.sitePort}`,
    )
  })
} catch (error) {
  exitWith(error)
}

function startStudioServer(settings: Settings): ReturnType<typeof startProcess> {
  const studio = join(root, 'studio')
  return startProcess({
    name: 'The Studio',
    args: [
      join(studio, 'node_modules', 'sanity', 'bin', 'sanity'),
      'dev',
      '--port',
      String(settings.studioPort),
      '--host',
      '127.0.0.1',
    ],
    cwd: studio,
    env: {
      DO_NOT_TRACK: '1',
      SANITY_STUDIO_SITE_URL: `http://localhost:${settings.sitePort}`,
      ...(settings.hosted ? {} : {SANITY_STUDIO_API_HOST: `http://localhost:${settings.lakePort}`}),
    },
    readyUrl: `http://127.0.0.1:${settings.studioPort}/`,
    verbose: true,
  })
}
