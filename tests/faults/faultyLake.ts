import {closeSync, openSync, readdirSync, readlinkSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {startLake} from '@spine-center/lake'

// A lake whose disk fails on request. Its write-ahead log is the file behind one descriptor of this process; another
// file takes that descriptor over, so that the operating system itself refuses what SQLite asks: /dev/full has no room
// for a write, and /dev/null takes every write but cannot be brought to disk.
const REPLACEMENTS: Record<string, string | undefined> = {full: '/dev/full', fsync: '/dev/null'}

const [dataDir = ''] = process.argv.slice(2)
const file = join(dataDir, 'lake.sqlite')
const failures: string[] = []
const lake = await startLake({dataDir, port: 0, onError: (error) => failures.push(String(error))})
let descriptor: number | undefined

function findLog(): number {
  for (const name of readdirSync('/proc/self/fd')) {
    try {
      if (readlinkSync(`/proc/self/fd/${name}`) === `${file}-wal`) return Number(name)
    } catch {
      // The descriptor that listed the folder is gone by now.
    }
  }
  throw new Error('This process has no write-ahead log open.')
}

function putBehind(handle: number, path: string): void {
  closeSync(handle)
  const others: number[] = []
  for (let opened = openSync(path, 'r+'); opened !== handle; opened = openSync(path, 'r+'))
    others.push(opened)
  for (const other of others) closeSync(other)
}

function breakDisk(fault: string): void {
  // What was committed has to be readable from the database itself: a log that is /dev/null forgets it.
  const beside = new DatabaseSync(file)
  beside.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  beside.close()
  descriptor = findLog()
  putBehind(descriptor, REPLACEMENTS[fault] ?? `${file}-wal`)
}

process.on('message', (message) => {
  if (message === 'heal') {
    if (descriptor !== undefined) putBehind(descriptor, `${file}-wal`)
  } else breakDisk(String(message))
  process.send?.({done: message, failures})
})
process.once('disconnect', () => void lake.close())
process.send?.({url: lake.url, token: lake.createToken({role: 'editor', label: 'fault'})})
