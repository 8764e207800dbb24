import type {Hierarchy} from './createHierarchy.ts'
import type {ExerciseFacts, Maybe} from './screeningContent.ts'
import type {Condition} from './vocabularyContent.ts'
import type {DocumentMention} from './screeningResult.ts'

/** Names a document in a result; what has no title is named by its slug, else its id. */
export function mention(document: {
  readonly _id: string
  readonly _rev?: Maybe<string>
  readonly title?: Maybe<string>
  readonly slug?: Maybe<string>
}): DocumentMention {
  return {
    id: document._id,
    version: document._rev ?? null,
    title: document.title ?? document.slug ?? document._id,
    slug: document.slug ?? null,
  }
}

/** The plain words for a term, else its label (clinical, of a condition), else its slug or id. */
export function labelOf(
  term: Pick<Condition, 'patientLabel' | 'label' | 'slug'> | undefined,
  id: string,
): string {
  return term?.patientLabel ?? term?.label ?? term?.slug ?? id
}

/** Names a condition in a result, whether it is published or not. */
export function mentionCondition(
  id: string,
  conditions: Hierarchy<Condition>,
): {id: string; slug: string; label: string} {
  const condition = conditions.nodes.get(id)
  return {id, slug: condition?.slug ?? id, label: labelOf(condition, id)}
}

export function questionOf(condition: Condition | undefined): string | null {
  const question = condition?.question
  return typeof question === 'string' ? question : (question?.text ?? null)
}

export function titleOf(exercise: ExerciseFacts | undefined, id: string): string {
  return exercise ? mention(exercise).title : id
}
