export {checkArticle, createArticleChecker} from './article/checkArticle.ts'
export type {
  AlternativeUse,
  ArticleFacts,
  ExerciseUse,
  FindingPath,
  ShownExercise,
} from './article/articleContent.ts'
export type {ArticleFinding, InvariantCode} from './article/articleFinding.ts'
export {findContentProblems} from './findContentProblems.ts'
export {findCycles} from './findCycles.ts'
export type {BroaderNode} from './findCycles.ts'
export {isInForce} from './isInForce.ts'
export {isRetired} from './isRetired.ts'
export {RESTRICTION_LEVELS, joinLevels, rankOf} from './lattice.ts'
export type {RestrictionLevel, Verdict} from './lattice.ts'
export {neededFacets} from './neededFacets.ts'
export type {NeededFacet} from './neededFacets.ts'
export {PHRASES} from './phrases.ts'
export type {Phrase, PhraseKey, PhraseTable} from './phrases.ts'
export type {PathStep} from './reachExercise.ts'
export {reviewStateOf, standingReview} from './reviewStateOf.ts'
export type {ReviewState} from './reviewStateOf.ts'
export {ENGINE_VERSION, screen} from './screen.ts'
export type {ScreeningQuestion} from './screen.ts'
export type * from './screeningContent.ts'
export type {ScreeningProblem} from './screeningProblem.ts'
export type * from './screeningResult.ts'
export type * from './vocabularyContent.ts'
