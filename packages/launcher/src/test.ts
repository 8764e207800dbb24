import {spawn} from 'node:child_process'
import {join} from 'node:path'
import {buildStudio} from './buildStudio.ts'
import {findChromium} from './findChromium.ts'
import {exitWith, print} from './print.ts'
import {root} from './root.ts'

try {
  const chromium = findChromium(process.env)
  await buildStudio(() => print('Building the Studio for the browser tests …'))
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const child = spawn(
    process.execPath,
    [vitest, 'run', '--config', 'tests/vitest.config.ts', ...process.argv.slice(2)],
    {
      cwd: root,
      stdio: 'inherit',
      env: {...process.env, CHROMIUM_PATH: chromium, NODE_OPTIONS: '--disable-warning=ExperimentalWarning'},
    },
  )
  child.once('exit', (code) => {
    process.exitCode = code ?? 1
  })
} catch (error) {
  exitWith(error)
}
