import {destination, pino, stdTimeFunctions} from 'pino'
import type {DestinationStream} from 'pino'
import type {RequestRecord} from '../http/observeRequests.ts'
import {describeFailure} from './describeFailure.ts'
import {formatLogLine} from './formatLogLine.ts'

/** From what on something is told. */
export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const

export type LogLevel = (typeof LOG_LEVELS)[number]

/** JSON lines for programs, single lines for people. */
export type LogFormat = 'json' | 'pretty'

/** What a lake tells of its work: never content, parameters or tokens. */
export type Log = {
  /** A request that has ended: `info`, or `error` when the lake failed. */
  request(record: RequestRecord): void
  /** A failure that is the lake's own, or a release that was late: `error`. */
  failure(error: unknown): void
  /** Starting and stopping: `info`. */
  event(message: string, facts?: Record<string, string | number | boolean>): void
}

/**
 * Makes a log.
 * @param options.file - where it goes; without it to `write`, line by line
 */
export function createLog(options: {
  level: LogLevel
  format: LogFormat
  file?: string
  write: (line: string) => void
}): Log {
  const {level, format, file, write} = options
  const lines: DestinationStream = {
    write: (text) => write(format === 'pretty' ? formatLogLine(text.trimEnd()) : text.trimEnd()),
  }
  const logger = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: {level: (label) => ({level: label})},
    },
    // Written at once: the last line before a crash is the one that is needed.
    file === undefined
      ? lines
      : destination({dest: file, append: true, mkdir: true, sync: true, mode: 0o600}),
  )
  return {
    request: ({id, method, path, status, ms, bytes, isCut}) => {
      const facts = {id, method, path, status, ms, bytes, ...(isCut ? {cut: true} : {})}
      if (status >= 500) logger.error(facts, 'request')
      else logger.info(facts, 'request')
    },
    failure: (error) => logger.error(describeFailure(error), 'failure'),
    event: (message, facts = {}) => logger.info(facts, message),
  }
}
