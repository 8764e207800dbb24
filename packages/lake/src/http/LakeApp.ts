import {Hono} from 'hono'
import type {Context} from 'hono'
import type {Viewer} from '../access/Viewer.ts'

/** Where a request came from. */
export type Exchange = {
  /** An address; empty in process. */
  client: string
  /** Breaks off the connection; absent without a socket. */
  cut?: () => void
}

/** What is known of a request before its route runs: who asks, and the API version without its `v`. */
export type LakeEnv = {
  Bindings: Exchange & {url: URL}
  Variables: {viewer: Viewer; apiVersion: string}
}

/** The routes of the lake. */
export type LakeApp = Hono<LakeEnv>

/** One request inside the routes. */
export type LakeRequest = Context<LakeEnv>

/** An application without routes yet. */
export function createLakeApp(): LakeApp {
  return new Hono<LakeEnv>()
}
