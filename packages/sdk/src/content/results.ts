import type {articleBySlug} from '../generated/articleBySlug.ts'
import type {articles} from '../generated/articles.ts'
import type {carePathways} from '../generated/carePathways.ts'
import type {citations} from '../generated/citations.ts'
import type {conditions} from '../generated/conditions.ts'
import type {contraindications} from '../generated/contraindications.ts'
import type {exerciseBySlug} from '../generated/exerciseBySlug.ts'
import type {exercises} from '../generated/exercises.ts'
import type {glossary} from '../generated/glossary.ts'
import type {movementPatterns} from '../generated/movementPatterns.ts'
import type {people} from '../generated/people.ts'
import type {personBySlug} from '../generated/personBySlug.ts'
import type {settings} from '../generated/settings.ts'
import type {topics} from '../generated/topics.ts'
import type {ContentQuery} from '../validation/contentQuery.ts'
import type {ResultUnder, Strictness} from '../validation/strictness.ts'

/** What a query gives under a strictness. */
export type ResultOf<Query extends ContentQuery, S extends Strictness = 'published'> = ResultUnder<
  S,
  ReturnType<Query['schemas']['published']['parse']>,
  ReturnType<Query['schemas']['drafts']['parse']>
>

/** An article, whole. */
export type Article = NonNullable<ResultOf<typeof articleBySlug>>
/** An article as a card or a row of a list shows it. */
export type ArticleCard = ResultOf<typeof articles>[number]
/** One block of an article's body. */
export type ArticleBlock = NonNullable<Article['body']>[number]
/** An exercise as an article gives it: its card and what it takes to do it. */
export type ArticleExercise = Article['exercises'][number]
/** A source as an article gives it, once each, in the order of first use: its number is its place plus one. */
export type ArticleCitation = Article['citations'][number]
/** An exercise, whole. */
export type Exercise = NonNullable<ResultOf<typeof exerciseBySlug>>
/** An exercise as a card or a row of a list shows it. */
export type ExerciseCard = ResultOf<typeof exercises>[number]
/** A rule: which movement, for whom, how strictly, and on which grounds. */
export type Contraindication = ResultOf<typeof contraindications>[number]
/** A facet of a reader's situation. */
export type Condition = ResultOf<typeof conditions>[number]
/** A way of moving that rules name. */
export type MovementPattern = ResultOf<typeof movementPatterns>[number]
/** Red flags and where to find help. */
export type CarePathway = ResultOf<typeof carePathways>[number]
/** A source. */
export type Citation = ResultOf<typeof citations>[number]
/** Someone who writes, reviews or edits. */
export type Person = NonNullable<ResultOf<typeof personBySlug>>
/** A term and its meaning in plain words. */
export type GlossaryTerm = ResultOf<typeof glossary>[number]
/** A subject that articles are filed under. */
export type Topic = ResultOf<typeof topics>[number]
/** The clinic's settings that a front end needs. */
export type SiteSettings = NonNullable<ResultOf<typeof settings>>

/** The generated queries that the content object runs, by the name of its method. */
export interface ContentQueries {
  readonly article: typeof articleBySlug
  readonly articles: typeof articles
  readonly exercise: typeof exerciseBySlug
  readonly exercises: typeof exercises
  readonly contraindications: typeof contraindications
  readonly conditions: typeof conditions
  readonly movementPatterns: typeof movementPatterns
  readonly carePathways: typeof carePathways
  readonly citations: typeof citations
  readonly people: typeof people
  readonly person: typeof personBySlug
  readonly glossary: typeof glossary
  readonly topics: typeof topics
  readonly settings: typeof settings
}
