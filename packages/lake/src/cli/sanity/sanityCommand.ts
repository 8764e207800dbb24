import {spawn} from 'node:child_process'
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {LakeError} from '../../errors/LakeError.ts'
import type {Command, Environment} from '../Command.ts'
import {FOLDER_OPTIONS} from '../commonOptions.ts'
import {borrowToken} from './borrowToken.ts'
import {findSanity} from './findSanity.ts'
import {startSanityProxy} from './startSanityProxy.ts'
import type {SanityProxy} from './startSanityProxy.ts'

/** `lake sanity -- <command>`: runs the `sanity` command of this folder, unchanged, against a running lake. */
export const sanityCommand: Command = {
  summary: 'Run the sanity command of this folder, unchanged, against a running lake.',
  usage: [
    'sanity -- documents query \'*[_type == "article"].title\'',
    'sanity [options] -- <command of sanity>',
  ],
  positionals: Number.POSITIVE_INFINITY,
  options: {
    'data-dir': FOLDER_OPTIONS['data-dir'],
    url: {
      type: 'string',
      value: '<address>',
      help: 'where the lake listens',
      environment: 'LAKE_URL',
      default: 'http://localhost:3900',
    },
  },
  notes: [
    'It signs in with SANITY_AUTH_TOKEN, else with an administrator’s token that it makes in the data folder for this run.',
    'sanity.cli.ts must name the project of the lake. No other host than the lake is reached.',
  ],
  run: async ({args, environment}) => {
    const command = args.all()
    if (command.length === 0) {
      throw new LakeError('usage', 'Say what to run, after two dashes: lake sanity -- datasets list.')
    }
    const lakeUrl = args.demand('url')
    const script = findSanity(process.cwd())
    const projectId = await projectOf(lakeUrl)
    const given = environment['SANITY_AUTH_TOKEN']
    const token = given ? {text: given, giveBack: () => undefined} : borrowToken(args.demand('data-dir'))
    const proxy = await startSanityProxy({lakeUrl, projectId})
    const folder = await mkdtemp(join(tmpdir(), 'lake-sanity-'))
    try {
      const trusted = join(folder, 'authorities.pem')
      await writeFile(trusted, `${await alreadyTrusted(environment)}${proxy.authority}`)
      const child = {...environmentFor(proxy, trusted, environment), SANITY_AUTH_TOKEN: token.text}
      return await run([script, ...command], child)
    } finally {
      token.giveBack()
      await proxy.close()
      await rm(folder, {recursive: true})
    }
  },
}

/** What makes Node send everything for Sanity's hosts through the proxy, and tell nobody of the run. */
function environmentFor(proxy: SanityProxy, trusted: string, environment: Environment): Environment {
  const inherited = Object.entries(environment).filter(([name]) => !/^(https?|all|no)_proxy$/i.test(name))
  return {
    ...Object.fromEntries(inherited),
    HTTPS_PROXY: proxy.url,
    NO_PROXY: 'localhost,127.0.0.1,::1',
    NODE_EXTRA_CA_CERTS: trusted,
    NODE_USE_ENV_PROXY: '1',
    DO_NOT_TRACK: '1',
    NO_UPDATE_NOTIFIER: '1',
  }
}

async function alreadyTrusted(environment: Environment): Promise<string> {
  const file = environment['NODE_EXTRA_CA_CERTS']
  return file ? `${await readFile(file, 'utf8')}\n` : ''
}

async function projectOf(lakeUrl: string): Promise<string> {
  try {
    const response = await fetch(new URL('/v2021-06-07/projects', lakeUrl))
    const body: unknown = await response.json()
    const [project]: unknown[] = Array.isArray(body) ? body : []
    if (typeof project === 'object' && project && 'id' in project && typeof project.id === 'string') {
      return project.id
    }
  } catch (cause) {
    throw new LakeError('badRequest', notReached(lakeUrl), {cause})
  }
  throw new LakeError('badRequest', notReached(lakeUrl))
}

function notReached(lakeUrl: string): string {
  return `No lake answers at ${lakeUrl}: start one with "lake start", or say where it is with --url.`
}

// Ctrl-C at a terminal reaches the child as well; this process stays to clean up after it.
function wait(): void {}

function run(args: string[], environment: Environment): Promise<number> {
  const child = spawn(process.execPath, args, {stdio: 'inherit', env: environment})
  const end = (): boolean => child.kill('SIGTERM')
  process.on('SIGINT', wait)
  process.on('SIGTERM', end)
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  }).finally(() => process.off('SIGINT', wait).off('SIGTERM', end))
}
