import {readFileSync} from 'node:fs'
import {startLake} from '../src/startLake.ts'

// A lake in a process of its own, which says how much memory it holds when asked. Run with --expose-gc: what is still
// there after a collection is what a leak would add to.
const [dataDir = ''] = process.argv.slice(2)
const lake = await startLake({
  dataDir,
  port: 0,
  onError: (error) => process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
})
process.on('message', (message) => {
  if (message !== 'memory') return
  globalThis.gc?.()
  process.send?.({kind: 'memory', ...process.memoryUsage(), own: ownBytes()})
})
process.once('disconnect', () => void lake.close())
process.send?.({kind: 'started', url: lake.url, token: lake.createToken({role: 'editor', label: 'soak'})})

/** Resident memory without what is mapped from files: pages of the database belong to the system, which takes them back. */
function ownBytes(): number {
  const [, kilobytes = '0'] = /RssAnon:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kilobytes) * 1024
}
