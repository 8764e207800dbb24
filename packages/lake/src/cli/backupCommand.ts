import {randomBytes} from 'node:crypto'
import {existsSync} from 'node:fs'
import {rm} from 'node:fs/promises'
import {createBackup} from '../backup/createBackup.ts'
import {isPackedName, packBackup} from '../backup/packedBackup.ts'
import {pruneBackups} from '../backup/pruneBackups.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {Arguments} from './Arguments.ts'
import {EXIT} from './Command.ts'
import type {Command} from './Command.ts'
import {FOLDER_OPTIONS} from './commonOptions.ts'
import {createProgress} from './createProgress.ts'
import {formatBytes} from './formatBytes.ts'

/** `lake backup <file or folder>`: all datasets, while the lake serves. */
export const backupCommand: Command = {
  summary: 'Back the whole lake up while it serves.',
  usage: ['backup <folder>', 'backup <file.tar.gz>'],
  positionals: 1,
  options: {
    'data-dir': FOLDER_OPTIONS['data-dir'],
    keep: {
      type: 'string',
      value: '<n>',
      help: 'removes all but the latest n backups of the folder afterwards, and what they alone held',
    },
    'allow-missing-assets': {type: 'boolean', help: 'backs up though files of assets are missing'},
  },
  notes: [
    'It holds all datasets with their history, the files of assets, people and the hashes of tokens, as of one moment, and is checked after it was written.',
    'A folder takes any number of backups and keeps equal pieces once, so that the next one copies only what is new. Keep it on another disk. "lake restore" reads both forms.',
  ],
  run: async ({args, output}) => {
    const target = args.required(0, 'folder or file (.tar.gz) to back up to')
    const progress = createProgress(output)
    const isPacked = isPackedName(target)
    if (isPacked && existsSync(target))
      throw new LakeError('usage', `${target} is there already: name another file, or back up to a folder.`)
    const keep = readKeep(args, isPacked)
    const folder = isPacked ? `${target}.${randomBytes(6).toString('hex')}` : target
    try {
      const report = await createBackup(args.demand('data-dir'), folder, {
        now: new Date(),
        allowMissingAssets: args.flag('allow-missing-assets'),
        onProgress: progress.report,
      })
      if (isPacked) await packBackup(folder, target)
      progress.end()
      const gone = keep === undefined ? 0 : await pruneBackups(folder, keep, new Date())
      const {name, documents, assets, bytes, copiedBytes} = report
      output.out(
        isPacked
          ? `${target} holds ${documents} documents and ${assets} assets (${formatBytes(bytes)}), checked.`
          : `Backup ${name} in ${target} holds ${documents} documents and ${assets} assets (${formatBytes(bytes)}, ${formatBytes(copiedBytes)} of it new), checked.`,
      )
      if (gone > 0) output.out(`${gone} older backups were removed.`)
    } finally {
      progress.end()
      if (isPacked) await rm(folder, {recursive: true, force: true})
    }
    return EXIT.done
  },
}

function readKeep(args: Arguments, isPacked: boolean): number | undefined {
  if (args.text('keep') === undefined) return undefined
  if (!isPacked) return args.number('keep', {min: 1})
  throw new LakeError('usage', '--keep is for a folder of backups: a file holds one.')
}
