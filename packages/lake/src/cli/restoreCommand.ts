import {randomBytes} from 'node:crypto'
import {existsSync} from 'node:fs'
import {mkdir, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {listBackups, readManifest} from '../backup/Manifest.ts'
import {isPackedName, unpackBackup} from '../backup/packedBackup.ts'
import {restoreBackup} from '../backup/restoreBackup.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {Arguments} from './Arguments.ts'
import {EXIT} from './Command.ts'
import type {Command, Output} from './Command.ts'
import {FOLDER_OPTIONS} from './commonOptions.ts'
import {createProgress} from './createProgress.ts'

/** `lake restore <file or folder>`: all of it or nothing, verified first. */
export const restoreCommand: Command = {
  summary: 'Bring a backup back: verified first, all of it or nothing.',
  usage: ['restore <folder> [--at <backup>]', 'restore <folder> --list', 'restore <file.tar.gz>'],
  positionals: 1,
  options: {
    'data-dir': FOLDER_OPTIONS['data-dir'],
    at: {type: 'string', value: '<backup>', help: 'which backup of the folder; the latest unless told'},
    list: {type: 'boolean', help: 'shows the backups in a folder and restores none'},
    force: {type: 'boolean', help: 'even over a lake with documents, whose database is kept beside it'},
  },
  notes: [
    'The lake may not be running. Where a lake with documents is, nothing is restored unless --force says so.',
  ],
  run: async ({args, output}) => {
    const source = args.required(0, 'folder or file of the backup')
    if (!existsSync(source)) throw new LakeError('notFound', `${source} is not there.`)
    if (!isPackedName(source)) {
      if (args.flag('list')) await list(source, output)
      else await restore(source, args, output)
      return EXIT.done
    }
    const dataDir = args.demand('data-dir')
    const folder = join(dataDir, 'pinned', `${process.pid}-${randomBytes(6).toString('hex')}`)
    await mkdir(folder, {recursive: true, mode: 0o700})
    try {
      await unpackBackup(source, folder)
      await restore(folder, args, output)
    } finally {
      await rm(folder, {recursive: true, force: true})
    }
    return EXIT.done
  },
}

async function list(folder: string, output: Output): Promise<void> {
  for (const name of await listBackups(folder)) {
    const {createdAt, documents, files} = await readManifest(folder, name)
    output.out(`${name}  ${createdAt}  ${documents} documents, ${files.length - 1} assets`)
  }
}

async function restore(folder: string, args: Arguments, output: Output): Promise<void> {
  const names = await listBackups(folder)
  const name = args.text('at') ?? names.at(-1)
  if (name === undefined || !names.includes(name)) {
    throw new LakeError(
      'notFound',
      name === undefined
        ? `There is no backup in ${folder}.`
        : `There is no backup "${name}" in ${folder}: "lake restore ${folder} --list" shows them.`,
    )
  }
  const progress = createProgress(output)
  try {
    const {documents, assets, kept} = await restoreBackup({folder, name}, args.demand('data-dir'), {
      isForced: args.flag('force'),
      now: new Date(),
      onProgress: progress.report,
    })
    progress.end()
    output.out(
      `${documents} documents and ${assets} assets of backup ${name} are restored to ${args.demand('data-dir')}.`,
    )
    if (kept !== undefined) output.out(`The database that was there is kept as ${kept}.`)
  } finally {
    progress.end()
  }
}
