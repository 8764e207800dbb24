import {once} from 'node:events'
import {existsSync} from 'node:fs'
import {isChosen} from '../archive/chooseDocuments.ts'
import type {DocumentChoice} from '../archive/chooseDocuments.ts'
import {exportDataset} from '../archive/exportDataset.ts'
import {exportLines} from '../archive/exportLines.ts'
import {LakeError} from '../errors/LakeError.ts'
import {openSnapshot} from '../store/openSnapshot.ts'
import {EXIT} from './Command.ts'
import type {Command} from './Command.ts'
import {COMMON_OPTIONS, readCommon} from './commonOptions.ts'
import {createProgress} from './createProgress.ts'
import {readChoice} from './readChoice.ts'

/** `lake export <file>`: an archive or lines; reads beside a running lake, as of one moment. */
export const exportCommand: Command = {
  summary: "Write a dataset to an archive in Sanity's own form, or to JSON lines.",
  usage: ['export <file.tar.gz>', 'export <file.ndjson>', 'export -'],
  positionals: 1,
  options: {
    ...COMMON_OPTIONS,
    types: {
      type: 'string',
      multiple: true,
      value: '<list>',
      help: 'documents of these types alone, with the assets that they show',
    },
    drafts: {
      type: 'boolean',
      help: 'drafts, versions and releases; --no-drafts leaves them',
      default: 'true',
    },
    assets: {
      type: 'boolean',
      help: 'files of assets; --no-assets leaves them, and what points at them',
      default: 'true',
    },
    raw: {type: 'boolean', help: 'documents as they are stored, with those of assets and without files'},
    'allow-missing-assets': {type: 'boolean', help: 'leaves out assets whose file is missing'},
    overwrite: {type: 'boolean', help: 'writes over a file that is there already'},
  },
  notes: [
    'The archive (data.ndjson, assets.json, images, files) is what "sanity datasets import" and "lake import" read. JSON lines hold documents as they are stored, without the files of assets; "-" writes them to the standard output.',
    'It reads beside a running lake, as of one moment.',
  ],
  run: async ({args, output}) => {
    const file = args.required(
      0,
      'file to write: <name>.tar.gz, <name>.ndjson, or "-" for JSON lines on the output',
    )
    const {dataDir, dataset} = readCommon(args)
    const choice = readChoice(args)
    if (file !== '-' && existsSync(file) && !args.flag('overwrite'))
      throw new LakeError('usage', `${file} is there already: name another file, or say --overwrite.`)
    const progress = createProgress(output)
    if (file === '-') {
      await printLines(dataDir, dataset, choice)
      return EXIT.done
    }
    if (file.endsWith('.ndjson')) {
      const count = await exportLines({dataDir, dataset, file, choice, onProgress: progress.report})
      progress.end()
      output.out(`${count} documents of dataset ${dataset} are in ${file}, without the files of assets.`)
      return EXIT.done
    }
    if (!/\.(tar\.gz|tgz)$/.test(file))
      throw new LakeError('usage', `"${file}" names no form: end it with .tar.gz or .ndjson.`)
    const {documents, assets, missing} = await exportDataset({
      ...choice,
      dataDir,
      dataset,
      file,
      raw: args.flag('raw'),
      assets: args.flag('assets'),
      allowMissingAssets: args.flag('allow-missing-assets'),
      onProgress: progress.report,
    })
    progress.end()
    for (const id of missing) output.error(`The file of asset "${id}" is missing and was left out.`)
    output.out(`${documents} documents and ${assets} assets of dataset ${dataset} are in ${file}.`)
    return EXIT.done
  },
}

async function printLines(dataDir: string, dataset: string, choice: DocumentChoice): Promise<void> {
  const snapshot = openSnapshot(dataDir)
  try {
    snapshot.countDocuments(dataset)
    for (const document of snapshot.documents(dataset)) {
      if (!isChosen(document, choice)) continue
      if (process.stdout.write(`${JSON.stringify(document)}\n`)) continue
      const isGone = await once(process.stdout, 'drain').then(
        () => false,
        () => true,
      )
      if (isGone) return
    }
  } finally {
    snapshot.close()
  }
}
