import {createReadStream} from 'node:fs'
import {createInterface} from 'node:readline'
import {assembleLake} from '../assembleLake.ts'
import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'
import {applyMutation} from '../transactions/applyMutation.ts'
import {checkReferences} from '../transactions/checkReferences.ts'
import {parseMutation} from '../transactions/Mutation.ts'
import {EXIT} from './Command.ts'
import type {Command} from './Command.ts'
import {COMMON_OPTIONS, readCommon} from './commonOptions.ts'

/**
 * `lake import <file>`: JSON lines into a lake that is not running. All of it happens or nothing: a document that
 * exists stops it, unless `--replace` or `--missing` (leave it) says otherwise.
 */
export const importCommand: Command = {
  summary: 'Read documents from a file: all of them or none.',
  usage: ['import <file.ndjson> [--replace | --missing]'],
  positionals: 1,
  options: {
    ...COMMON_OPTIONS,
    replace: {type: 'boolean', help: 'writes over documents that exist'},
    missing: {type: 'boolean', help: 'leaves documents that exist as they are'},
  },
  run: async ({args, output}) => {
    const file = args.required(0, 'file: lake import <file.ndjson>')
    const documents = await readDocuments(file)
    const kind = args.flag('replace')
      ? 'createOrReplace'
      : args.flag('missing')
        ? 'createIfNotExists'
        : 'create'
    const {lake, core} = assembleLake(readCommon(args))
    try {
      const {transactor, store} = core.datasets.get(lake.dataset)
      const results = await transactor.commit({
        transactionId: core.createId(),
        author: '<import>',
        skipReferenceCheck: true,
        build: (copy) => {
          const tools = {createId: core.createId, autoGenerateArrayKeys: false, select: (): string[] => []}
          const applied = documents.flatMap((document) =>
            applyMutation(copy, parseMutation({[kind]: document}), tools),
          )
          // Whatever their order in the file: references are whole once all of them are in.
          checkReferences(copy, (id) => store.referrersOf(id))
          return applied
        },
      })
      const written = results.filter(({operation}) => operation !== 'none').length
      output.out(`${written} of ${documents.length} documents were written to dataset ${lake.dataset}.`)
    } finally {
      lake.close()
    }
    return EXIT.done
  },
}

async function readDocuments(file: string): Promise<JsonObject[]> {
  const documents: JsonObject[] = []
  let number = 0
  for await (const line of createInterface({input: createReadStream(file), crlfDelay: Infinity})) {
    number += 1
    if (line.trim() === '') continue
    documents.push(readLine(line, file, number))
  }
  return documents
}

function readLine(line: string, file: string, number: number): JsonObject {
  try {
    const document = parseJson(line)
    if (isJsonObject(document) && typeof document['_type'] === 'string') return document
  } catch (cause) {
    throw new LakeError('badRequest', `${file}, line ${number}: not valid JSON.`, {cause})
  }
  throw new LakeError('badRequest', `${file}, line ${number}: not a document, which needs a "_type".`)
}
