import type {JsonObject} from '../json/isJsonObject.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {LakeErrorCode} from '../errors/LakeError.ts'
import type {QueryRequest} from '../query/prepareQuery.ts'
import {runQuery} from '../query/runQuery.ts'
import {renderAnswer} from './renderAnswer.ts'
import {Replica} from './Replica.ts'

/** A query for another thread. */
export type QueryJob = {
  file: string
  /** Another one when the dataset is not the one that had this name before. */
  generation: number
  /** Takes the time at which the query begins, in milliseconds. */
  begun: Float64Array
  publicUrl: string
  cacheBytes: number
  request: QueryRequest
  render: Parameters<typeof renderAnswer>[1]
}

/** What came of it: errors lose their class on the way between threads. */
export type QueryOutcome =
  | {body: Uint8Array}
  | {failure: {code: LakeErrorCode; message: string; details: JsonObject | undefined}}

// The latest of each dataset; a database in memory is handed over as a new file after each change.
const replicas = new Map<string, {source: string; replica: Replica}>()

/** Answers a query in a thread of its own. */
export default async function answerQuery(job: QueryJob): Promise<QueryOutcome> {
  job.begun[0] = Date.now()
  try {
    const body = await replicaOf(job).read(job.publicUrl, async (store) =>
      renderAnswer(await runQuery(store, job.request), job.render),
    )
    return {body}
  } catch (error) {
    if (!(error instanceof LakeError)) throw error
    return {failure: {code: error.code, message: error.message, details: error.details}}
  }
}

function replicaOf({file, generation, request: {dataset}, cacheBytes}: QueryJob): Replica {
  const source = `${generation} ${file}`
  const known = replicas.get(dataset)
  if (known?.source === source) return known.replica
  known?.replica.close()
  const replica = new Replica({file, dataset, cacheBytes})
  replicas.set(dataset, {source, replica})
  return replica
}
