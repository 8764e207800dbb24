import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient} from '@sanity/client'
import type {SanityClient} from '@sanity/client'
import {startLake} from '@spine-center/lake'
import type {RunningLake} from '@spine-center/lake'

/** A lake that listens, in a folder of its own. */
export type MovingLake = {
  dataDir: string
  url: string
  token: string
  /** With an administrator's token, perspective raw. */
  client: SanityClient
  /** Stops it and leaves its folder, for commands that need it for themselves. */
  stop(): Promise<void>
  /** Starts it again after `stop`, on another port. */
  restart(): Promise<void>
  /** Stops it and removes its folder. */
  remove(): Promise<void>
}

/** Starts a lake on a free port; it is stopped by the test. */
export async function openMovingLake(): Promise<MovingLake> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lake-moving-'))
  let running: RunningLake | undefined = await startLake({dataDir, port: 0})
  const token = running.createToken({role: 'administrator', label: 'moving'})
  const stop = async (): Promise<void> => {
    await running?.close()
    running = undefined
  }
  const lake: MovingLake = {
    dataDir,
    url: running.url,
    token,
    client: clientOf(running.url, token),
    stop,
    restart: async () => {
      running = await startLake({dataDir, port: 0})
      lake.url = running.url
      lake.client = clientOf(running.url, token)
    },
    remove: async () => {
      await stop()
      await rm(dataDir, {recursive: true, force: true})
    },
  }
  return lake
}

function clientOf(apiHost: string, token: string): SanityClient {
  return createClient({
    projectId: 'spine',
    dataset: 'production',
    apiVersion: '2025-02-19',
    apiHost,
    useProjectHostname: false,
    useCdn: false,
    token,
    perspective: 'raw',
    maxRetries: 0,
  })
}
