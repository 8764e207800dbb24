import {isUnwritable} from '../store/explainDatabaseError.ts'

const ADVICE: Readonly<Record<string, string>> = {
  EACCES: 'This user may not: change the owner of the folder, or name another one.',
  EPERM: 'This user may not: change the owner of the folder, or name another one.',
  EROFS: 'Nothing can be written there: name another folder.',
  ENOSPC: 'The disk is full: make room and run it again.',
  ENOENT: 'It is not there: check the path, or make the folder first.',
  EEXIST: 'Something else is there under that name: name another one.',
  ENOTDIR: 'A part of the path is no folder: check it.',
  EISDIR: 'It is a folder: name a file.',
  EMFILE: 'Too many files are open: raise the limit of the system (ulimit -n).',
  ERR_SQLITE_ERROR: 'If the database is damaged, "lake check" says how; "lake restore" brings a backup back.',
}

const UNWRITABLE = 'See that the disk of the lake is well, has room and may be written.'

/** One line for what the system or SQLite refuses, with what to do; undefined for other errors, which are the lake's own. */
export function describeSystemError(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  const advice = isUnwritable(error) ? UNWRITABLE : ADVICE[error.code]
  return advice === undefined ? undefined : `${error.message.replace(/\.$/, '')}. ${advice}`
}
