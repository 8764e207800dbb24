import type {DocumentChoice} from '../archive/chooseDocuments.ts'
import type {ImportMode} from '../archive/ImportJob.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {Arguments} from './Arguments.ts'

/** Which documents go along, by `--types` and `--drafts`. @throws LakeError `usage` for a list without types. */
export function readChoice(args: Arguments): DocumentChoice {
  const types = args.list('types')
  if (types.length === 0 && args.repeated('types').length > 0)
    throw new LakeError('usage', '--types names no type: write one or more between commas.')
  return {drafts: args.flag('drafts'), ...(types.length > 0 ? {types} : {})}
}

/** What becomes of documents that exist, by `--replace` and `--missing`. @throws LakeError `usage` for both at once. */
export function readMode(args: Arguments): ImportMode {
  if (args.flag('replace') && args.flag('missing'))
    throw new LakeError(
      'usage',
      'Say --replace or --missing: a document cannot be both written over and left.',
    )
  if (args.flag('replace')) return 'replace'
  return args.flag('missing') ? 'missing' : 'create'
}
