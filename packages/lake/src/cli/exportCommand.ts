import {createWriteStream} from 'node:fs'
import {once} from 'node:events'
import {openBeside} from '../store/openBeside.ts'
import {EXIT} from './Command.ts'
import type {Command} from './Command.ts'
import {COMMON_OPTIONS, readCommon} from './commonOptions.ts'

/** `lake export <file>`: every document as a JSON line; reads beside a running lake, as of one moment. */
export const exportCommand: Command = {
  summary: 'Write all documents to a file, one JSON line each.',
  usage: ['export <file.ndjson>', 'export -'],
  positionals: 1,
  options: COMMON_OPTIONS,
  run: async ({args, output}) => {
    const file = args.required(0, 'file: lake export <file.ndjson>, or "-" for the output')
    const {dataDir, dataset} = readCommon(args)
    const database = openBeside(dataDir)
    const target = file === '-' ? process.stdout : createWriteStream(file)
    let count = 0
    try {
      const documents = database.prepare('SELECT content FROM documents WHERE dataset = ? ORDER BY id')
      for (const row of documents.iterate(dataset)) {
        count += 1
        if (!target.write(`${String(row['content'])}\n`)) await once(target, 'drain')
      }
    } finally {
      database.close()
    }
    if (file !== '-') {
      target.end()
      await once(target, 'finish')
      output.out(
        `${count} documents of dataset ${dataset} are in ${file}. The files of assets stay in ${dataDir}.`,
      )
    }
    return EXIT.done
  },
}
