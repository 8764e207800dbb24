import {join} from 'node:path'
import {ARCHIVE_LIMITS} from '../archive/ArchiveLimits.ts'
import type {ArchiveLimits} from '../archive/ArchiveLimits.ts'
import {importSource} from '../archive/importSource.ts'
import {openSource} from '../archive/openSource.ts'
import {openFolder} from '../openFolder.ts'
import type {Arguments} from './Arguments.ts'
import {EXIT} from './Command.ts'
import type {Command} from './Command.ts'
import {COMMON_OPTIONS, readCommon} from './commonOptions.ts'
import {createProgress} from './createProgress.ts'
import {readMode} from './readChoice.ts'

/** `lake import <file>`: an archive, a folder or JSON lines into a lake that is not running. */
export const importCommand: Command = {
  summary: "Read an archive of Sanity's, a folder or JSON lines: all of it or nothing.",
  usage: ['import <file.tar.gz | folder | file.ndjson> [--replace | --missing]'],
  positionals: 1,
  options: {
    ...COMMON_OPTIONS,
    replace: {type: 'boolean', help: 'writes over documents that exist'},
    missing: {type: 'boolean', help: 'leaves documents that exist as they are'},
    resumable: {type: 'boolean', help: 'writes part by part; the same command goes on after it was stopped'},
    'dry-run': {type: 'boolean', help: 'checks everything and writes nothing'},
    'allow-missing-assets': {type: 'boolean', help: 'takes documents of assets whose file is not there'},
    'max-entries': {
      type: 'string',
      value: '<n>',
      help: 'files in an archive',
      default: String(ARCHIVE_LIMITS.maxEntries),
    },
    'max-entry-bytes': {
      type: 'string',
      value: '<n>',
      help: 'size of an asset',
      default: String(ARCHIVE_LIMITS.maxEntryBytes),
    },
    'max-total-bytes': {
      type: 'string',
      value: '<n>',
      help: 'size of all of it, unpacked',
      default: String(ARCHIVE_LIMITS.maxTotalBytes),
    },
    'max-ratio': {
      type: 'string',
      value: '<n>',
      help: 'unpacked size to size of the archive',
      default: String(ARCHIVE_LIMITS.maxRatio),
    },
  },
  notes: [
    'It reads what "lake export" and "sanity datasets export" write. Everything is checked before anything is written; a document that exists already stops it, unless --replace or --missing says otherwise.',
    'The lake may not be running. Into one that is, "sanity datasets import" or "lake push" bring content over HTTP.',
  ],
  run: async ({args, output}) => {
    const path = args.required(0, 'archive, folder or file of JSON lines to import')
    const {dataDir, projectId, dataset} = readCommon(args)
    const mode = readMode(args)
    const limits = readLimits(args)
    const progress = createProgress(output)
    const folder = openFolder(dataDir)
    try {
      const source = await openSource(path, join(dataDir, 'pinned'), limits)
      try {
        const report = await importSource(folder, source, {
          projectId,
          dataset,
          mode,
          isResumable: args.flag('resumable'),
          isDryRun: args.flag('dry-run'),
          allowMissingAssets: args.flag('allow-missing-assets'),
          limits,
          onProgress: progress.report,
          clock: () => new Date(),
        })
        progress.end()
        const {documents, written, assets} = report
        output.out(
          args.flag('dry-run')
            ? `${documents} documents and ${assets} new assets can be imported into dataset ${dataset}; nothing was written.`
            : `${written} of ${documents} documents and ${assets} new assets were written to dataset ${dataset}.`,
        )
      } finally {
        progress.end()
        await source.release()
      }
    } finally {
      folder.close()
    }
    return EXIT.done
  },
}

function readLimits(args: Arguments): ArchiveLimits {
  return {
    maxEntries: args.number('max-entries', {min: 1}),
    maxEntryBytes: args.number('max-entry-bytes', {min: 1}),
    maxTotalBytes: args.number('max-total-bytes', {min: 1}),
    maxRatio: args.number('max-ratio', {min: 1}),
    maxLineBytes: ARCHIVE_LIMITS.maxLineBytes,
  }
}
