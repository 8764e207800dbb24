import {LakeError} from '../errors/LakeError.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {parseStrictJson} from '../json/parseStrictJson.ts'
import {DEFAULT_LIMITS} from '../LakeLimits.ts'
import {isCheap, isQuickToParse} from '../query/assessCost.ts'
import {parsePerspective} from '../query/Perspective.ts'
import type {PlanStep} from '../query/QueryPlan.ts'
import {prepareQuery} from '../query/prepareQuery.ts'
import {runPrepared} from '../query/runQuery.ts'
import {DocumentStore} from '../store/DocumentStore.ts'
import {openBeside} from '../store/openBeside.ts'
import type {Arguments} from './Arguments.ts'
import {EXIT} from './Command.ts'
import type {Command} from './Command.ts'
import {COMMON_OPTIONS, readCommon} from './commonOptions.ts'

/** What `lake explain` says of a query. */
type Explanation = {
  steps: readonly PlanStep[]
  documentsRead: number
  documents: number
  runs: 'at once' | 'in a thread'
  resultBytes: number
  ms: number
}

// Enough for the largest data set that a lake is made for, without regard to how long it takes.
const TIMEOUT_MS = 600_000

/** `lake explain <query>`: how the query is answered; works beside a running lake, with full sight. */
export const explainCommand: Command = {
  summary: 'Say how a query is answered: what narrows it, and how much it reads.',
  usage: ['explain <query> [--param name=json] [--perspective raw] [--json]'],
  positionals: 1,
  options: {
    ...COMMON_OPTIONS,
    param: {type: 'string', multiple: true, value: '<name=json>', help: 'a parameter, repeatable'},
    perspective: {
      type: 'string',
      value: '<name>',
      help: 'raw, published, drafts, or releases between commas',
      default: 'published',
    },
    json: {type: 'boolean', help: 'as one JSON object'},
  },
  notes: ['The query is evaluated once, by a process of its own that begins without anything in memory.'],
  run: async ({args, output}) => {
    const explanation = await explain(args)
    if (args.flag('json')) output.out(JSON.stringify(explanation))
    else for (const line of describe(explanation)) output.out(line)
    return EXIT.done
  },
}

async function explain(args: Arguments): Promise<Explanation> {
  const query = args.required(0, 'query: lake explain \'*[_type == "article"]\'')
  const {dataDir, projectId, dataset} = readCommon(args)
  const params = readParams(args.repeated('param'))
  const database = openBeside(dataDir)
  try {
    const store = new DocumentStore(database, dataset, {
      cacheBytes: 128 * 1024 * 1024,
      publicUrl: () => 'http://localhost',
    })
    const started = performance.now()
    const prepared = prepareQuery(store, {
      query,
      params,
      perspective: parsePerspective(args.demand('perspective'), 'X'),
      viewer: {kind: 'member', userId: 'explain', role: 'administrator'},
      projectId,
      dataset,
      now: new Date(),
      timeoutMs: TIMEOUT_MS,
    })
    const isBrief = isQuickToParse(query) && isCheap(prepared.tree, prepared.plan, params)
    const {result, steps} = await runPrepared(prepared)
    return {
      steps,
      documentsRead: store.documentsRead,
      documents: store.ids.size,
      runs: isBrief ? 'at once' : 'in a thread',
      resultBytes: Buffer.byteLength(JSON.stringify(result)),
      ms: Math.round(performance.now() - started),
    }
  } finally {
    database.close()
  }
}

function readParams(given: readonly string[]): JsonObject {
  const params: JsonObject = {}
  for (const text of given) {
    const [, name, json] = /^\$?(\w+)=(.*)$/s.exec(text) ?? []
    if (name === undefined || json === undefined)
      throw new LakeError('usage', `--param is "${text}": write name=json, as slug='"backs"'.`)
    params[name] = readParam(name, json)
  }
  return params
}

function describe({steps, documentsRead, documents, runs, resultBytes, ms}: Explanation): string[] {
  const rows = steps.map(({index, candidates, filter}) => [
    index === 'none' ? 'scan' : index,
    candidates === undefined ? 'for each' : String(candidates),
    filter ?? '*',
  ])
  return [
    ...table(['index', 'candidates', 'filter'], rows),
    '',
    `${documentsRead} of ${documents} documents were read and parsed; the result has ${resultBytes} bytes; ${ms} ms.`,
    runs === 'at once'
      ? 'A running lake evaluates it at once.'
      : 'A running lake evaluates it in a thread of its own: it is not known to be cheap.',
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0)),
  )
  return [head, ...rows].map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  '),
  )
}

function readParam(name: string, json: string): unknown {
  try {
    return parseStrictJson(json, DEFAULT_LIMITS)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new LakeError(
      'usage',
      `--param ${name}: ${reason} Write texts with quotes, as ${name}='"backs"'.`,
      {
        cause,
      },
    )
  }
}
