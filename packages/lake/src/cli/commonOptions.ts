import type {ParseArgsConfig} from 'node:util'
import {LakeError} from '../errors/LakeError.ts'
import type {Environment} from './runCommand.ts'

/** The options that every command takes. */
export const COMMON_OPTIONS = {
  'data-dir': {type: 'string'},
  'project-id': {type: 'string'},
  dataset: {type: 'string'},
} as const satisfies ParseArgsConfig['options']

type CommonValues = {
  'data-dir'?: string | undefined
  'project-id'?: string | undefined
  dataset?: string | undefined
}

/** Resolves the common options: the flag, else the environment, else the default. */
export function readCommon(
  values: CommonValues,
  environment: Environment,
): {dataDir: string; projectId: string; dataset: string} {
  return {
    dataDir: values['data-dir'] ?? environment['DATA_DIR'] ?? './data',
    projectId: values['project-id'] ?? environment['LAKE_PROJECT_ID'] ?? 'spine',
    dataset: values.dataset ?? environment['LAKE_DATASET'] ?? 'production',
  }
}

/** @throws LakeError `badRequest` when the text is not a port. */
export function readPort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new LakeError('badRequest', `"${text}" is not a port: use a number from 0 to 65535.`)
}
