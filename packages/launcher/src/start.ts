import {assertPortFree} from './assertPortFree.ts'
import {buildStudio, studioDist} from './buildStudio.ts'
import {previewToken} from './previewToken.ts'
import {exitWith, print} from './print.ts'
import {runUntilStopped} from './runUntilStopped.ts'
import {seedLake} from './seedLake.ts'
import {serveStudio} from './serveStudio.ts'
import {EMBEDDED, startLakeProcess, startSiteProcess} from './services.ts'
import {readSettings, type Settings} from './settings.ts'

try {
  const settings = readSettings(process.env)
  await assertPortsFree(settings)
  await runUntilStopped(async (keep) => {
    let token: string | undefined
    if (!settings.hosted) {
      const documents = await seedLake({dataDir: settings.dataDir, ...EMBEDDED})
      if (documents > 0) print(`Wrote the sample content: ${documents} documents.`)
      token = previewToken({dataDir: settings.dataDir, ...EMBEDDED})
      keep(await startLakeProcess(settings))
    }
    await buildStudio(() => print('Building the Studio (once, and again when its sources change) …'))
    const siteUrl = `http://localhost:${settings.sitePort}`
    const studio = await serveStudio({
      dist: studioDist,
      port: settings.studioPort,
      configuration: settings.hosted
        ? {...settings.hosted, siteUrl}
        : {...EMBEDDED, apiHost: `http://localhost:${settings.lakePort}`, siteUrl},
    })
    keep({stop: () => studio.close()})
    keep(await startSiteProcess(settings, {previewToken: token}))
    printAddresses(settings)
  })
} catch (error) {
  exitWith(error)
}

async function assertPortsFree(settings: Settings): Promise<void> {
  if (!settings.hosted) await assertPortFree('the lake', 'LAKE_PORT', settings.lakePort)
  await assertPortFree('the Studio', 'STUDIO_PORT', settings.studioPort)
  await assertPortFree('the site', 'SITE_PORT', settings.sitePort)
}

function printAddresses(settings: Settings): void {
  print()
  print(`  Studio   http://localhost:${settings.studioPort}   where editors write; say who you are and begin`)
  print(`  Site     http://localhost:${settings.sitePort}   what readers see`)
  if (settings.hosted) {
    print(`  Content  Sanity project ${settings.hosted.projectId}, dataset ${settings.hosted.dataset}`)
  } else {
    print(`  Lake     http://localhost:${settings.lakePort}   where content lives: ${settings.dataDir}`)
  }
  print()
  print('  Ctrl-C stops everything; the content stays.')
}
