import {objectList} from '../../builders/objectList.ts'
import type {BlockObject} from '../../builders/portableText.ts'
import {reference} from '../../builders/reference.ts'

/** A care pathway within a text, by slug. */
export function pathwayBlock(slug: string): BlockObject {
  return {_type: 'carePathwayRef', carePathway: reference(`care-pathway-${slug}`)}
}

/** An exercise within a text, by slug. */
export function exerciseCard(slug: string): BlockObject {
  return {_type: 'exerciseCard', exercise: reference(`exercise-${slug}`)}
}

/** A table within a text; the first row holds the headings. */
export function tableBlock(caption: string, ...rows: readonly (readonly string[])[]): BlockObject {
  return {
    _type: 'tableBlock',
    caption,
    headerRow: true,
    rows: objectList(
      'tableRow',
      rows.map((cells) => ({cells})),
    ),
  }
}
