import {evaluateSync} from 'groq-js'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {DocumentStore} from '../store/DocumentStore.ts'
import type {WorkingCopy} from '../transactions/WorkingCopy.ts'
import {assertQuickToParse} from './assessCost.ts'
import {assertSupported} from './assertSupported.ts'
import {createView} from './DocumentView.ts'
import {evaluatePlanSync} from './evaluatePlan.ts'
import {parseQuery} from './parseQuery.ts'
import {planQuery} from './planQuery.ts'
import {rewriteQuery} from './rewriteQuery.ts'

/**
 * Ids of the documents that the query of a mutation selects, as its transaction sees them.
 * @throws LakeError `badRequest` for a syntax error or a query too long to be parsed here, `unsupported` naming a function.
 */
export function selectIds(
  source: {store: DocumentStore; isVisible: (id: string) => boolean},
  copy: WorkingCopy,
  query: string,
  params: JsonObject,
): string[] {
  assertQuickToParse(query, 'mutation')
  const parsed = parseQuery(query, params)
  assertSupported(parsed)
  const tree = rewriteQuery(parsed, params)
  const view = createView(source.store, {kind: 'raw'}, source.isVisible)
  const now = new Date()
  const ids = copy.isUntouched
    ? evaluatePlanSync(planQuery(tree, {params, identity: '', now}, view), view, {
        params,
        identity: '',
        projectId: '',
        dataset: source.store.dataset,
        now,
      }).data
    : evaluateSync(parsed, {dataset: merged(view.all(), copy), params}).data
  return idsIn(ids, query)
}

// Documents that this transaction has changed are in no index yet, so everything is read.
function merged(stored: readonly LakeDocument[], copy: WorkingCopy): LakeDocument[] {
  const changes = new Map(copy.pending().map(({id, after}) => [id, after]))
  const kept = stored.filter(({_id}) => !changes.has(_id))
  return [...kept, ...[...changes.values()].filter((document) => document !== undefined)]
}

function idsIn(result: unknown, query: string): string[] {
  const items: unknown[] = Array.isArray(result) ? result : [result]
  return items.flatMap((item) => {
    if (item === null) return []
    if (typeof item === 'string') return [item]
    const id = isJsonObject(item) ? item['_id'] : undefined
    if (typeof id === 'string') return [id]
    throw new LakeError(
      'badRequest',
      `The query of a mutation must give documents, this one does not: ${query}`,
      {
        details: {type: 'mutationError'},
      },
    )
  })
}
