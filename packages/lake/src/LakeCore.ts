import type {DatabaseSync} from 'node:sqlite'
import type {Viewer} from './access/Viewer.ts'
import type {DatasetRegistry} from './DatasetRegistry.ts'
import type {LakeLimits} from './LakeLimits.ts'
import type {ListenHub} from './listen/ListenHub.ts'
import type {TicketBox} from './listen/TicketBox.ts'
import type {People} from './people/createPeople.ts'

/** What the routes of a lake share. */
export type LakeCore = {
  projectId: string
  database: DatabaseSync
  datasets: DatasetRegistry
  people: People
  hub: ListenHub
  tickets: TicketBox
  clock: () => Date
  queryTimeoutMs: number
  limits: LakeLimits
  createId: () => string
  /** Whom a token or session stands for. */
  identifyToken(token: string): Viewer | undefined
  /** Who sent a request, by its bearer token. */
  identify(request: Request): Viewer
}
