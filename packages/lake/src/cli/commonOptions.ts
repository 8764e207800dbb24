import type {Arguments} from './Arguments.ts'
import type {OptionSpec} from './Command.ts'
import {readProjectId} from './readNames.ts'

/** Where the lake is; every command that works on a data folder takes these. */
export const FOLDER_OPTIONS = {
  'data-dir': {
    type: 'string',
    value: '<folder>',
    help: 'where lake.sqlite and the assets are',
    environment: 'DATA_DIR',
    default: './data',
  },
  'project-id': {
    type: 'string',
    value: '<id>',
    help: 'project id, part of the address of assets',
    environment: 'LAKE_PROJECT_ID',
    default: 'spine',
  },
} as const satisfies Record<string, OptionSpec>

/** {@link FOLDER_OPTIONS}, and which dataset of it. */
export const COMMON_OPTIONS = {
  ...FOLDER_OPTIONS,
  dataset: {
    type: 'string',
    value: '<name>',
    help: 'which dataset',
    environment: 'LAKE_DATASET',
    default: 'production',
  },
} as const satisfies Record<string, OptionSpec>

/** Reads {@link COMMON_OPTIONS}. */
export function readCommon(args: Arguments): {dataDir: string; projectId: string; dataset: string} {
  return {
    dataDir: args.demand('data-dir'),
    projectId: readProjectId(args),
    dataset: args.demand('dataset'),
  }
}
