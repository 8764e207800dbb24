import {homeOf} from '../crossDataset/foreignDocument.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {memberStep, sourcePath} from './resultPath.ts'
import {isSameValue} from './isSameValue.ts'
import type {SourceMap, SourceMapDocument, SourceMapSource, SourceMapStyle} from './SourceMap.ts'
import {membersOf} from './Trace.ts'
import type {Trace} from './Trace.ts'

/**
 * Says where the parts of a result stand in documents, in the shape of Sanity's Content Source Maps. One mapping holds
 * for everything below its path ("the longest matching path wins"), so a value that was taken over whole has one.
 * @param result - what groq-js has answered; where a trace says otherwise, the source of that part is unknown
 */
export function createSourceMap(trace: Trace, result: unknown, style: SourceMapStyle): SourceMap {
  const documents = new Places<SourceMapDocument>()
  const paths = new Places<string>()
  const mappings: SourceMap['mappings'] = {}

  const add = (at: string, trace: Trace, value: unknown): void => {
    const {origin} = trace
    if (origin.kind === 'object' || isPresented(trace)) return addMembers(at, membersOf(trace), value)
    if (origin.kind === 'array') return addItems(at, origin.items, value)
    if (!isSameValue(trace.value, value) || origin.kind === 'unknown') return addSource(at, {type: 'unknown'})
    if (origin.kind === 'literal') return addSource(at, {type: 'literal'})
    const document = documents.of(
      `${homeOf(origin.document)?.dataset ?? ''} ${sourceId(origin.document)}`,
      () => ({
        _id: sourceId(origin.document),
        _type: origin.document._type,
        ...remote(origin.document),
      }),
    )
    const path = sourcePath(origin.path, style === 'byKey')
    addSource(at, {type: 'documentValue', document, path: paths.of(path, () => path)})
  }

  const addSource = (at: string, source: SourceMapSource): void => {
    mappings[at] = {type: 'value', source}
  }

  const addMembers = (at: string, members: ReadonlyMap<string, Trace>, value: unknown): void => {
    const isWhole = isJsonObject(value) && Object.keys(value).length === members.size
    if (!isWhole || Object.keys(value).some((name) => !members.has(name)))
      return addSource(at, {type: 'unknown'})
    for (const [name, member] of members) add(`${at}${memberStep(name)}`, member, value[name])
  }

  const addItems = (at: string, items: readonly Trace[], value: unknown): void => {
    if (!Array.isArray(value) || value.length !== items.length) return addSource(at, {type: 'unknown'})
    for (const [index, item] of items.entries()) add(`${at}[${index}]`, item, value[index])
  }

  add('$', trace, result)
  return {documents: documents.all, paths: paths.all, mappings}
}

// A document of another dataset says where it is at home.
function remote(document: LakeDocument): Pick<SourceMapDocument, '_projectId' | '_dataset'> {
  const home = homeOf(document)
  return home ? {_projectId: home.projectId, _dataset: home.dataset} : {}
}

/** The id under which the source is stored: a perspective shows a draft under the id of what it is a draft of. */
function sourceId(document: LakeDocument): string {
  return typeof document['_originalId'] === 'string' ? document['_originalId'] : document._id
}

// A perspective adds members that stand in no document, so that such a document is mapped member by member.
function isPresented({value, origin}: Trace): boolean {
  const isWhole = origin.kind === 'document' && origin.path.length === 0
  return isWhole && isJsonObject(value) && Object.hasOwn(value, '_originalId')
}

/** A list in which each thing stands once. */
class Places<Item> {
  readonly all: Item[] = []
  readonly #known = new Map<string, number>()

  of(key: string, make: () => Item): number {
    let place = this.#known.get(key)
    if (place === undefined) {
      place = this.all.push(make()) - 1
      this.#known.set(key, place)
    }
    return place
  }
}
