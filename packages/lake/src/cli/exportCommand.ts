import {createWriteStream} from 'node:fs'
import {once} from 'node:events'
import {parseArgs} from 'node:util'
import {LakeError} from '../errors/LakeError.ts'
import {openDatabase} from '../store/openDatabase.ts'
import {COMMON_OPTIONS, readCommon} from './commonOptions.ts'
import type {Command} from './runCommand.ts'

/** `lake export <file>`: every document as a JSON line; reads beside a running lake, as of one moment. */
export const exportCommand: Command = async (args, environment, output) => {
  const {values, positionals} = parseArgs({args, options: COMMON_OPTIONS, allowPositionals: true})
  const [file] = positionals
  if (file === undefined)
    throw new LakeError('badRequest', 'Name the file: lake export <file.ndjson>, or "-" for the output.')
  const {dataDir, dataset} = readCommon(values, environment)
  const database = openDatabase(dataDir)
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
  return 0
}
