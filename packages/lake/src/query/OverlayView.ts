import {collectReferences} from '../documents/collectReferences.ts'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import type {FieldIndex} from '../store/FieldIndex.ts'
import {slugOf} from '../store/slugOf.ts'
import type {DocumentView, ViewSource} from './DocumentView.ts'
import {inIdOrder} from './inIdOrder.ts'

/** Documents that differ from what is stored, by their ids; undefined stands for one that is not there. */
export type Changes = {
  has(id: string): boolean
  get(id: string): LakeDocument | undefined
  keys(): Iterable<string>
}

/**
 * A raw view with changes laid over it: the dataset as it was, or as a transaction leaves it. Indexes know nothing of the
 * changes; `changed` names them, so that each is a candidate of whatever an index narrows.
 */
export class OverlayView implements DocumentView {
  readonly #view: DocumentView
  readonly #changes: Changes
  readonly #isVisible: (id: string) => boolean

  /** @param isVisible - whether the reader may see the document with this id at all */
  constructor(view: DocumentView, changes: Changes, isVisible: (id: string) => boolean) {
    this.#view = view
    this.#changes = changes
    this.#isVisible = isVisible
  }

  get source(): ViewSource {
    return this.#view.source
  }

  get isMember(): boolean {
    return this.#view.isMember
  }

  get isServing(): boolean {
    return this.#view.isServing
  }

  get listsOnlyShown(): boolean {
    return false
  }

  changed(): string[] {
    return [...this.#changes.keys()]
  }

  fieldIndex(type: string, path: string, forWords?: boolean): FieldIndex | undefined {
    return this.#view.fieldIndex(type, path, forWords)
  }

  resolve(id: string): LakeDocument | undefined {
    if (!this.#changes.has(id)) return this.#view.resolve(id)
    return this.#isVisible(id) ? this.#changes.get(id) : undefined
  }

  present(id: string): LakeDocument | undefined {
    return this.resolve(id)
  }

  presenter(...wanted: Parameters<DocumentView['presenter']>): (id: string) => LakeDocument | undefined {
    const present = this.#view.presenter(...wanted)
    return (id) => (this.#changes.has(id) ? this.resolve(id) : present(id))
  }

  *each(members: readonly string[] | undefined, onRead: () => void): Generator<LakeDocument> {
    for (const document of this.#view.each?.(members, onRead) ?? this.#view.all(onRead))
      if (!this.#changes.has(document._id)) yield document
    yield* this.#shown()
  }

  all(onRead?: () => void): readonly LakeDocument[] {
    const kept = this.#view.all(onRead).filter(({_id}) => !this.#changes.has(_id))
    return inIdOrder([...kept, ...this.#shown()])
  }

  shownId(id: string): string | undefined {
    return this.#changes.has(id) ? this.resolve(id)?._id : this.#view.shownId(id)
  }

  storedId(id: string): string | undefined {
    return this.#changes.has(id) ? this.resolve(id)?._id : this.#view.storedId(id)
  }

  referrersOf(target: string): string[] {
    return this.#found(this.#view.referrersOf(target), (document) => collectReferences(document).has(target))
  }

  idsWithSlug(slug: string): string[] {
    return this.#found(this.#view.idsWithSlug(slug), (document) => slugOf(document) === slug)
  }

  idsOfType(type: string): readonly string[] {
    return this.#view.idsOfType(type)
  }

  count(ids: readonly string[]): number {
    return this.#view.count(ids)
  }

  #found(stored: readonly string[], isAmong: (document: LakeDocument) => boolean): string[] {
    const kept = stored.filter((id) => !this.#changes.has(id))
    return [
      ...kept,
      ...this.#shown()
        .filter(isAmong)
        .map(({_id}) => _id),
    ]
  }

  #shown(): LakeDocument[] {
    return this.changed().flatMap((id) => this.resolve(id) ?? [])
  }
}
