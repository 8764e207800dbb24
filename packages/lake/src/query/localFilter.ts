import {evaluateSync} from 'groq-js'
import type {Document, ExprNode} from 'groq-js'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {addCheckpoints} from './addCheckpoints.ts'
import {CALLED, isCallNode, takeCalled} from './callNode.ts'
import {compileFilter} from './compileFilter.ts'
import {conjuncts} from './conjuncts.ts'
import type {TextSearch} from './createTextSearch.ts'
import {isAnswer} from './isAnswer.ts'
import {someNode} from './mapTree.ts'
import {isLookup, parseReservedReference} from './reservedReference.ts'

/** What a filter is evaluated with, apart from the documents. */
export type FilterContext = {
  params: JsonObject
  identity: string
  now: Date
  searchTexts?: TextSearch
}

// The name cannot be written in GROQ, so that no parameter of a reader can have it.
const DOCUMENTS = '\u0000documents'

const LOOKS_ELSEWHERE = new Set(['Everything', 'Parent', 'Context', 'PipeFuncCall'])

/** True for a filter that looks at nothing but the document itself and what `FilterContext` holds. */
export function isLocal(filter: ExprNode): boolean {
  return !someNode(filter, (node) => {
    if (node.type === 'Deref') return !isLookup(node, 'text') && !isCallNode(node)
    if (node.type !== 'FuncCall') return LOOKS_ELSEWHERE.has(node.type)
    const {namespace, name} = node
    return (
      namespace === 'delta' ||
      namespace === 'diff' ||
      (namespace === 'sanity' && /^(projectId|dataset)$/.test(name))
    )
  })
}

/**
 * The documents that pass a local filter, in their order.
 * @param check - called along its loops; may throw to end it
 */
export function passing(
  documents: readonly LakeDocument[],
  filter: ExprNode,
  context: FilterContext,
  check: () => void = () => undefined,
): LakeDocument[] {
  const {tests, rest} = partsOf(filter, context)
  const left = tests.reduce<readonly LakeDocument[]>((some, test) => some.filter(test), documents)
  return rest ? passingInGroq(left, rest, context, check) : [...left]
}

/** The same for documents that come one by one. */
export function passingOneByOne(
  filter: ExprNode,
  context: FilterContext,
  check: () => void = () => undefined,
): (document: LakeDocument) => boolean {
  const {tests, rest} = partsOf(filter, context)
  return (document) =>
    tests.every((test) => test(document)) &&
    (!rest || passingInGroq([document], rest, context, check).length > 0)
}

// Each part must be true: those that compile leave fewer documents to groq-js.
function partsOf(
  filter: ExprNode,
  {params}: FilterContext,
): {tests: ((document: LakeDocument) => boolean)[]; rest: ExprNode | undefined} {
  const tests: ((document: LakeDocument) => boolean)[] = []
  let rest: ExprNode | undefined
  for (const part of conjuncts(filter)) {
    const test = compileFilter(part, params)
    if (test) tests.push(test)
    else rest = rest ? {type: 'And', left: rest, right: part} : part
  }
  return {tests, rest}
}

function passingInGroq(
  documents: readonly LakeDocument[],
  filter: ExprNode,
  {params, identity, now, searchTexts}: FilterContext,
  check: () => void,
): LakeDocument[] {
  const plain: ExprNode = {type: 'Filter', base: {type: 'Parameter', name: DOCUMENTS}, expr: filter}
  const tree = addCheckpoints(plain, check)
  const {data} = evaluateSync(tree, {
    params: {...params, [DOCUMENTS]: documents},
    identity,
    timestamp: now,
    dereference: ({_ref}) => answer(_ref, searchTexts, check),
  })
  const passed = new Set<unknown>(Array.isArray(data) ? data : [])
  return documents.filter((document) => passed.has(document))
}

function answer(
  reference: string,
  searchTexts: TextSearch | undefined,
  onRead: () => void,
): Document | undefined {
  const value =
    reference === CALLED
      ? takeCalled()
      : searchTexts?.(parseReservedReference(reference)?.value ?? '', onRead)
  return isAnswer(value) ? value : undefined
}
