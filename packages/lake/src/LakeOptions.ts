import type {JsonObject} from './json/isJsonObject.ts'
import type {WebhookOptions} from './webhooks/createWebhooks.ts'
import type {LakeLimits} from './LakeLimits.ts'

/** How a lake is made; everything has a default. */
export type LakeOptions = {
  /** Folder of `lake.sqlite` and the assets; without it everything is in memory and gone with the process. */
  dataDir?: string
  /** @defaultValue `spine` */
  projectId?: string
  /** The dataset that is there from the start. @defaultValue `production` */
  dataset?: string
  /** Whether anybody may read what is published. @defaultValue `public` */
  aclMode?: 'public' | 'private'
  /** Documents to begin with: put in when the dataset is empty, without checking references. */
  documents?: readonly JsonObject[]
  /** Origins of pages that may talk to this lake, besides those of this machine. */
  allowedOrigins?: readonly string[]
  /** Host names under which it answers, besides those of this machine. */
  allowedHosts?: readonly string[]
  /** Pages of this machine may talk to it on any port. @defaultValue `true` */
  allowLoopback?: boolean
  /** Whether there is a login that asks no password, on this machine alone. @defaultValue `true` */
  login?: boolean
  /** Address under which clients reach the lake, without a path. @defaultValue where it listens */
  publicUrl?: string
  /** Bound for parsed documents kept in memory, in bytes of their JSON text. @defaultValue 128 MB */
  cacheBytes?: number
  /** Days for which the history is kept; what is older is squashed into one entry a document. @defaultValue all of it */
  historyRetentionDays?: number
  /** How webhooks are delivered. */
  webhooks?: WebhookOptions
  /** Bounds of requests, queries, documents, uploads, streams and connections, each with a default. */
  limits?: Partial<LakeLimits>
  /** The clock, for tests. */
  clock?: () => Date
  /** Hears of failures that are the lake's own fault. */
  onError?: (error: unknown) => void
}
