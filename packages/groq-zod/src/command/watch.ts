import {watch as watchFolder} from 'node:fs'
import {dirname, resolve} from 'node:path'
import {GroqZodError} from '../GroqZodError.ts'
import type {ResolvedConfig} from './config.ts'
import {Project} from './Project.ts'
import {report} from './report.ts'
import type {CommandIo} from './run.ts'
import {writeFiles} from './writeFiles.ts'

/** Editors write a file in several steps; what comes within this time is one change. */
const SETTLE_MS = 20

/** Generates, and again at each change of a query or of the schema, until the signal ends it. */
export async function watch(config: ResolvedConfig, io: CommandIo): Promise<number> {
  const project = new Project(config)
  const changed = new Set<string>()
  const generateNow = async (): Promise<void> => {
    const start = performance.now()
    const files = [...changed]
    changed.clear()
    try {
      project.forget(files)
      const generated = await project.generate()
      const {changed: rewritten, missing, left} = writeFiles(config.output, generated.files)
      report(generated, io)
      const names = [...rewritten, ...missing, ...left.map((name) => `${name} (removed)`)]
      io.out(
        `${names.length === 0 ? 'nothing to write' : names.join(', ')} (${Math.round(performance.now() - start)} ms)`,
      )
    } catch (error) {
      // A query half-way through being written is no reason to stop.
      if (!(error instanceof GroqZodError)) throw error
      io.err(`groq-zod: ${error.message}`)
    }
  }
  await generateNow()

  let running = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const onChange = (path: string): void => {
    if (!isInput(path, config)) return
    changed.add(path)
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(generateNow)
    }, SETTLE_MS)
  }
  const folders = new Set([
    config.root,
    dirname(config.schema),
    ...(config.constraints ? [dirname(config.constraints)] : []),
  ])
  const watchers = [...folders].map((folder) =>
    watchFolder(folder, {recursive: folder === config.root}, (_, name) => {
      if (name !== null) onChange(resolve(folder, name))
    }),
  )
  io.out('Watching for changes; Ctrl-C ends it.')
  await ended(io.signal)
  for (const watcher of watchers) watcher.close()
  clearTimeout(timer)
  await running
  return 0
}

function isInput(path: string, config: ResolvedConfig): boolean {
  if (path === config.schema || path === config.constraints) return true
  if (path.startsWith(`${config.output}/`) || path.includes('/node_modules/') || path.includes('/.git/'))
    return false
  return /\.(?:[cm]?[jt]sx?|groq)$/u.test(path)
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), {once: true})
  })
}
