import type {ReadOptions} from '../client/contentOptions.ts'
import type {PageOptions} from '../paging/pageOptions.ts'
import type {
  Article,
  CarePathway,
  Citation,
  Condition,
  Contraindication,
  Exercise,
  MovementPattern,
  Person,
} from './results.ts'

/** Reading one document by its slug. */
export interface SlugOptions extends ReadOptions {
  /** BCP 47; without it, any. */
  readonly language?: Article['language'] | undefined
}

/** Which articles. What is left out means "any". */
export interface ArticleFilter extends PageOptions {
  readonly language?: Article['language'] | undefined
  readonly kind?: Article['kind'] | undefined
  /** Slug of a topic. */
  readonly topic?: string | undefined
  /** Slug of a condition that the article is for. */
  readonly audience?: string | undefined
  readonly bodyRegion?: NonNullable<Article['bodyRegions']>[number] | undefined
  /** Slug of a person. */
  readonly author?: string | undefined
  /** Words to find in title, summary or body; `word*` finds beginnings, a blank text means any. */
  readonly text?: string | undefined
}

/** Which exercises. What is left out means "any". */
export interface ExerciseFilter extends PageOptions {
  readonly language?: Exercise['language'] | undefined
  readonly kind?: Exercise['kind'] | undefined
  /** Slug of a movement pattern; patterns directly narrower than it count too. */
  readonly pattern?: string | undefined
  readonly position?: Exercise['positions'][number] | undefined
  readonly equipment?: NonNullable<Exercise['equipment']>[number]['item'] | undefined
  readonly bodyRegion?: Exercise['bodyRegions'][number] | undefined
  /** 1 (easiest) to 5. */
  readonly maxDifficulty?: number | undefined
  /** Words to find in title, purpose or other names; `word*` finds beginnings, a blank text means any. */
  readonly text?: string | undefined
}

/** Which rules. */
export interface ContraindicationFilter extends PageOptions {
  /** The instant at which they are in force. Default: now. */
  readonly asOf?: Date | string | undefined
  readonly severity?: Contraindication['severity'] | undefined
  /** Slug of a condition that the rule names. */
  readonly condition?: string | undefined
  /** Slug of the movement pattern that the rule restricts. */
  readonly pattern?: string | undefined
}

/** Which conditions. */
export interface ConditionFilter extends PageOptions {
  readonly kind?: Condition['kind'] | undefined
}

/** Which movement patterns. */
export interface MovementPatternFilter extends PageOptions {
  readonly axis?: MovementPattern['axis'] | undefined
}

/** Which care pathways. */
export interface CarePathwayFilter extends PageOptions {
  readonly language?: CarePathway['language'] | undefined
  readonly urgency?: CarePathway['urgency'] | undefined
  /** Slug of a condition; pathways for everybody count too. */
  readonly condition?: string | undefined
}

/** Which sources. */
export interface CitationFilter extends PageOptions {
  readonly studyDesign?: NonNullable<NonNullable<Citation['quality']>['studyDesign']> | undefined
  readonly state?: Citation['state'] | undefined
  /** Words to find in title, journal or author; a blank text means any. */
  readonly text?: string | undefined
}

/** Which people. */
export interface PersonFilter extends PageOptions {
  readonly role?: Person['roles'][number] | undefined
}

/** Which glossary terms. */
export interface GlossaryFilter extends PageOptions {
  readonly language?: Article['language'] | undefined
}
