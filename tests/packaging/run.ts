import {execFile} from 'node:child_process'
import {dirname, join} from 'node:path'

const binaries = join(import.meta.dirname, '../../node_modules/.bin')

/** Where and how long a command runs. */
export interface RunOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  readonly timeoutMs?: number
}

// What a test runner sets and another project must not see: Next.js builds for production, npm looks for no other package.
const HIDDEN =
  /^(?:NODE_ENV|NODE_OPTIONS|TEST|VITE(?:ST.*)?|DEV|PROD|MODE|BASE_URL|SSR|npm_(?:package|lifecycle|execpath).*)$/u

/** What a command of another project sees: the machine's settings and the Node of this one. */
export function environment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !HIDDEN.test(name))
  return {
    ...Object.fromEntries(own),
    PATH: [dirname(process.execPath), binaries, process.env['PATH']].join(':'),
    CI: '1',
    NEXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    ...extra,
  }
}

/**
 * Runs a command and gives what it wrote.
 *
 * @throws Error with everything it wrote when it fails or takes too long
 */
export function run(command: string, args: readonly string[], options: RunOptions): Promise<string> {
  const {cwd, env, timeoutMs = 220_000} = options
  return new Promise((resolve, reject) => {
    const settings = {cwd, env: environment(env), timeout: timeoutMs, maxBuffer: 32 * 1024 * 1024}
    execFile(command, args, settings, (error, stdout, stderr) => {
      if (error) {
        const what = [command, ...args].join(' ')
        reject(new Error(`“${what}” failed.\n${stdout}\n${stderr}`, {cause: error}))
      } else resolve(stdout)
    })
  })
}
