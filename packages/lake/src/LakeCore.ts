import type {DatabaseSync} from 'node:sqlite'
import type {AccessWatch} from './access/AccessWatch.ts'
import type {Allowance} from './access/Allowance.ts'
import type {TokenStore} from './access/TokenStore.ts'
import type {Viewer} from './access/Viewer.ts'
import type {DatasetRegistry} from './DatasetRegistry.ts'
import type {QueryEngine} from './engine/QueryEngine.ts'
import type {OriginPolicy} from './http/originPolicy.ts'
import type {UnreadBytes} from './http/UnreadBytes.ts'
import type {LakeLimits} from './LakeLimits.ts'
import type {ListenHub} from './listen/ListenHub.ts'
import type {TicketBox} from './listen/TicketBox.ts'
import type {People} from './people/createPeople.ts'

/** What the routes of a lake share. */
export type LakeCore = {
  projectId: string
  database: DatabaseSync
  /** Days for which the history is kept, or undefined for ever. */
  historyRetentionDays: number | undefined
  datasets: DatasetRegistry
  people: People
  /** Of programs; people have sessions. */
  tokens: TokenStore
  hub: ListenHub
  tickets: TicketBox
  clock: () => Date
  queries: QueryEngine
  /** Hear how long each query took, in milliseconds. */
  onQuery: Set<(ms: number) => void>
  limits: LakeLimits
  policy: OriginPolicy
  createId: () => string
  access: AccessWatch
  /** The event streams that clients hold. */
  listeners: Allowance
  /** What waits for clients to take it. */
  unread: UnreadBytes
  /** Who sent a request, by its bearer token. */
  identify(request: Request): Viewer
}
