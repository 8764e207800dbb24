import type {DatabaseSync} from 'node:sqlite'

/** One thing that is not as it should be. */
export type Finding = {
  /** Absent where it is about the whole database. */
  dataset?: string
  /** Id of the document, where it is about one. */
  document?: string
  problem: string
  /** What a person can do about it. */
  fix: string
  /** Builds anew what can be told from the rest; absent where only a backup or a person can help. */
  repair?: () => void
  /** About pages or indexes: until that is put right nothing else can be told. */
  isOfPages?: true
  /** The repair removes what only takes room: not with the others in one transaction, and after them. */
  isTidying?: true
}

/** Hears how far the check has come: what it looks at, how much of that is done, and of how much if that is known. */
export type OnChecked = (step: string, done: number, total?: number) => void

/** What a check works with. */
export type CheckContext = {
  dataDir: string
  database: DatabaseSync
  /** Milliseconds since 1970: a file that has just come may still be waiting for its document. */
  now: number
  onChecked: OnChecked
}

/** The fix that is left when what is wrong cannot be told from the rest. */
export const BACKUP = 'Bring back a backup with "lake restore".'

/** The fix where `repair` can do it. */
export const REPAIR = 'Run "lake check --repair" while the lake is stopped.'

/** A finding as the line that a person reads. */
export function describeFinding({dataset, document, problem, fix}: Finding): string {
  const place = [dataset, document].filter((part) => part !== undefined).join(' ')
  return `${place === '' ? 'database' : place}: ${problem} ${fix}`
}
