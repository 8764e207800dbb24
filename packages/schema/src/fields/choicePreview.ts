import type {Choice} from '../vocabularies/choice.ts'
import {titleOf} from '../vocabularies/titleOf.ts'
import {previewOf} from './previewOf.ts'

interface ChoicePreviewOptions {
  /** Path of the text that names the value, as in `citation.title`. */
  title: string
  /** Path of a field that holds a value of the list. */
  choice: string
  list: readonly Choice[]
  /** What stands there while the title is missing. */
  fallback: string
}

interface Selection {
  title?: string
  choice?: string
}

/** A preview whose second line is the title of a choice, not its stored value. */
export function choicePreview({title, choice, list, fallback}: ChoicePreviewOptions) {
  return {
    select: {title, choice},
    prepare: (selection: Selection) =>
      previewOf({title: selection.title ?? fallback, subtitle: titleOf(list, selection.choice)}),
  }
}
