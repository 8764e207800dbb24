import {figureFields} from './figureFields.ts'

/**
 * A text block; sources in the line stay ids (they stand in the article's `citations`), glossary terms
 * behind marks come along.
 */
export const textBlockFields = `
  ...,
  children[]{
    ...,
    _type == "citationRef" => {"citation": citation._ref}
  },
  markDefs[]{
    ...,
    _type == "glossaryMark" => {"term": term->{_id, _type, term, "slug": slug.current, definition}}
  }
`

/**
 * Every block of an article's body. What several blocks may show (exercises, care pathways, sources) stays
 * an id here and comes once, in a list of the article.
 */
export const bodyFields = `
  ...,
  _type == "block" => {${textBlockFields}},
  _type == "exerciseCard" => {"exercise": exercise._ref},
  _type == "exerciseList" => {"exercises": exercises[]._ref},
  _type == "carePathwayRef" => {"carePathway": carePathway._ref},
  _type == "disclaimerRef" => {"disclaimer": disclaimer->{_id, _type, key, text}},
  _type == "figure" => {${figureFields}}
`
