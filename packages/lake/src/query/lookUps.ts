import {foreignDocument, ownId} from '../crossDataset/foreignDocument.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {TextSearch} from './createTextSearch.ts'
import type {DocumentView} from './DocumentView.ts'
import type {EvaluationContext} from './evaluatePlan.ts'
import {inIdOrder} from './inIdOrder.ts'
import {ID_SEPARATOR} from './narrowCorrelated.ts'
import {ownDocumentId} from './ownDocumentId.ts'
import type {QueryPlan} from './QueryPlan.ts'
import type {ReservedKind} from './reservedReference.ts'

/** What a look-up works with; `checkTime` throws where the time is up, and the tags of what is looked up are added. */
type Evaluation = {
  plan: QueryPlan
  view: DocumentView
  tags: Set<string>
  searchTexts: TextSearch
  checkTime: () => void
  context: EvaluationContext
}

type LookUp = (value: string, evaluation: Evaluation) => unknown

/** What each kind of reserved reference stands for. */
export const LOOK_UPS: Record<ReservedKind, LookUp> = {
  everything: (members, {view, tags, checkTime}) => {
    tags.add('everything')
    const stored = view.source.ids.values
    const ids = view.changed ? [...new Set([...stored, ...view.changed()])] : stored
    if (members === '' || !view.source.prefersParts(ids.length)) return view.all(checkTime)
    const present = view.presenter(members.split(ID_SEPARATOR), ids.length, checkTime)
    return inIdOrder(ids.map(present))
  },
  candidates: (position, {plan, view, tags, checkTime}) => {
    const narrowed = plan.candidates[Number(position)]
    for (const tag of narrowed?.tags ?? []) tags.add(tag)
    const ids = narrowed?.ids(checkTime) ?? []
    const present = view.presenter(narrowed?.members, ids.length, checkTime, narrowed?.type)
    const documents = inIdOrder(
      ids.map((id) => {
        checkTime()
        return present(id)
      }),
    )
    return narrowed?.project ? documents.map(narrowed.project) : documents
  },
  counted: (position, {plan, tags, checkTime}) => {
    const narrowed = plan.candidates[Number(position)]
    for (const tag of narrowed?.tags ?? []) tags.add(tag)
    return narrowed?.ids(checkTime).length
  },
  foreign: (target, {view, tags, context: {projectId}}) => {
    const own = ownId(target, view.source.foreign, projectId)
    if (own === undefined)
      return foreignDocument(target, view.source.foreign, {projectId, isMember: view.isMember})
    tags.add(`id:${own}`)
    return view.resolve(own)
  },
  text: (lookup, {searchTexts, checkTime}) => searchTexts(lookup, checkTime),
  ids: (joined, {view, tags}) => {
    const ids = [...new Set(joined.split(ID_SEPARATOR))]
    for (const id of ids) tags.add(`id:${id}`)
    return inIdOrder(ids.map((id) => view.resolve(id)))
  },
  referring: (joined, {view, tags, checkTime}) => {
    const targets = joined.split(ID_SEPARATOR)
    for (const target of targets) tags.add(`ref:${target}`)
    const stored = new Set(targets.flatMap((target) => view.referrersOf(target)))
    return presented([...stored], view, checkTime)
  },
  slug: (slug, {view, tags, checkTime}) => {
    tags.add(`slug:${slug}`)
    return presented(view.idsWithSlug(slug), view, checkTime)
  },
  global: (reference, {view, tags, context: {projectId, dataset}}) => {
    const id = ownDocumentId(reference, {projectId, dataset})
    if (id === undefined) return undefined
    tags.add(`id:${id}`)
    return view.resolve(id)
  },
  incoming: (id, {view, tags}) => {
    tags.add(`ref:${id}`)
    return view.count(view.referrersOf(id))
  },
}

function presented(storedIds: readonly string[], view: DocumentView, checkTime: () => void): LakeDocument[] {
  return inIdOrder(
    storedIds.map((id) => {
      checkTime()
      return view.present(id)
    }),
  )
}
