import {spawnSync} from 'node:child_process'
import {accessSync, constants, existsSync} from 'node:fs'
import {delimiter, join} from 'node:path'
import {chromium} from 'playwright-core'
import {LauncherError} from './launcherError.ts'
import {print} from './print.ts'

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge']
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * Finds a Chromium for the browser tests, or brings one: `CHROMIUM_PATH`, an installed one, Playwright's own,
 * Debian's package when root.
 *
 * @returns the absolute path of the executable.
 * @throws LauncherError `no-chromium` that says what was tried.
 */
export function findChromium(env: Record<string, string | undefined>): string {
  const given = env['CHROMIUM_PATH']
  if (given) {
    if (isExecutable(given)) return given
    throw new LauncherError(
      'no-chromium',
      `CHROMIUM_PATH is "${given}", which cannot be run. Correct it or leave it unset.`,
    )
  }
  const found = installed(env['PATH'] ?? '') ?? playwrights()
  if (found) return found

  print('The browser tests need a Chromium, and none is installed: trying to bring one …')
  runQuietly('playwright-core', ['install', 'chromium'])
  const downloaded = playwrights()
  if (downloaded) return downloaded
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    runQuietly('apt-get', ['update'])
    runQuietly('apt-get', ['install', '-y', 'chromium'])
    const debians = installed(env['PATH'] ?? '')
    if (debians) return debians
  }
  throw new LauncherError(
    'no-chromium',
    'No Chromium for the browser tests: none is on the PATH, Playwright could not download its own, and Debian’s package ' +
      'could not be installed. Install Chromium or Chrome, or set CHROMIUM_PATH to its executable, and run the tests again.',
  )
}

function installed(path: string): string | undefined {
  const candidates = path
    .split(delimiter)
    .flatMap((folder) => COMMANDS.map((command) => join(folder, command)))
  return [...candidates, ...APPLICATIONS].find(isExecutable)
}

function playwrights(): string | undefined {
  const path = chromium.executablePath()
  return path && isExecutable(path) ? path : undefined
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function runQuietly(command: string, args: string[]): void {
  spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {...process.env, DEBIAN_FRONTEND: 'noninteractive'},
  })
}
