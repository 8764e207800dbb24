import {isInForce, isRetired, standingReview} from '@spine-center/rules/safety'
import type {Contraindication, Exercise} from '../content/results.ts'
import type {HtmlLabels} from '../html/htmlLabels.ts'
import {dayOf} from './dayOf.ts'
import {dosageProperties} from './dosageProperties.ts'
import {given} from './given.ts'
import {createGraph, type JsonLdGraph} from './graph.ts'
import {imageNode} from './imageNode.ts'
import type {AmountNode, ExercisePlanNode, ExerciseTerms, StepNode, TherapyNode} from './nodes.ts'
import {personNode, type Byline} from './personNode.ts'
import {pageAddress, webAddress} from './webAddress.ts'

/** A rule as an exercise's page shows it. */
export type ShownContraindication = Pick<Contraindication, 'title' | 'rationale' | 'severity'> &
  Partial<Pick<Contraindication, 'effectiveFrom'>>

/** The page that shows an exercise. */
export interface ExerciseJsonLdOptions {
  /** Whole address of the page. */
  readonly url: string
  /**
   * The rules that the page shows. Those that do not hold yet are left out, and precautions, which are no reason to
   * withhold an exercise.
   */
  readonly contraindications?: readonly ShownContraindication[] | undefined
  /** Whole address of a person's page on this site; null for none. Default none. */
  readonly personUrl?: ((person: Byline) => string | null) | undefined
  /** Reviews and rules after it do not count, nor credentials that ended before. Default now. */
  readonly now?: Date | undefined
  /** Zone in which the page writes the day of a review. Default UTC. */
  readonly timeZone?: string | undefined
  /** The words in which the page writes amounts. Default English. */
  readonly labels?: Partial<HtmlLabels> | undefined
}

/**
 * The structured data of an exercise's page: `MedicalWebPage` about an `ExercisePlan` with its steps and the
 * amounts that sources state. Only a medical therapy can have a `contraindication` in schema.org, so that an
 * exercise with rules is a `PhysicalTherapy` as well. Of an exercise that is no longer in use there is the page alone.
 *
 * @throws TypeError when an address is not a whole one
 *
 * @example
 * ```ts
 * const head = toScript(exerciseJsonLd(exercise, {url: 'https://clinic.example/exercises/hip-hinge'}))
 * ```
 */
export function exerciseJsonLd(exercise: Exercise, options: ExerciseJsonLdOptions): JsonLdGraph {
  const {now = new Date(), timeZone = 'UTC', personUrl = () => null} = options
  const url = pageAddress(options.url)
  const review = standingReview(exercise.reviews, now.toISOString())
  const page = review?.by ? webAddress(personUrl(review.by)) : null
  const reviewer = review?.by
    ? personNode(review.by, {
        id: page ?? `${url}#person-${review.by.slug}`,
        page,
        today: dayOf(now.toISOString(), timeZone),
      })
    : null
  const node = isRetired(exercise) ? null : exerciseNode(exercise, options, url)
  return createGraph([
    {
      '@type': 'MedicalWebPage',
      '@id': url,
      url,
      name: exercise.title,
      description: exercise.purpose,
      inLanguage: exercise.language,
      ...given('mainEntity', node && {'@id': node['@id']}),
      medicalAudience: {'@type': 'MedicalAudience', audienceType: 'Patient'},
      ...given('lastReviewed', review && dayOf(review.at, timeZone)),
      ...given('reviewedBy', reviewer && {'@id': reviewer['@id']}),
    },
    node,
    reviewer,
  ])
}

function exerciseNode(
  exercise: Exercise,
  {contraindications = [], labels, now = new Date()}: ExerciseJsonLdOptions,
  url: string,
): ExercisePlanNode | TherapyNode {
  const stated = (exercise.dosages ?? []).filter(({confidence}) => confidence === 'stated')
  const [only] = stated
  const plan: ExerciseTerms = {
    '@id': `${url}#exercise`,
    name: exercise.title,
    description: exercise.purpose,
    inLanguage: exercise.language,
    mainEntityOfPage: {'@id': url},
    ...given('image', imageNode(exercise.figure)),
    ...(stated.length === 1 && only ? dosageProperties(only, labels) : {}),
    ...given('hasPart', [
      ...stepsOf(exercise),
      ...(stated.length > 1 ? stated.map((dosage) => planOf(dosage, labels)) : []),
    ]),
  }
  const contraindication = contraindications
    .filter((rule) => rule.severity !== 'precaution' && isInForce(rule, now.toISOString()))
    .map(({title, rationale}) => ({
      '@type': 'MedicalContraindication' as const,
      name: title,
      description: rationale,
    }))
  return contraindication.length === 0
    ? {'@type': 'ExercisePlan', ...plan}
    : {'@type': ['ExercisePlan', 'PhysicalTherapy'], ...plan, contraindication}
}

function stepsOf({steps}: Exercise): readonly StepNode[] {
  return (steps ?? []).map(({text}, index) => ({'@type': 'HowToStep', position: index + 1, text}))
}

// Several amounts, such as one to begin with and one to work towards, are plans of their own.
function planOf(
  dosage: NonNullable<Exercise['dosages']>[number],
  labels: Partial<HtmlLabels> | undefined,
): AmountNode {
  return {'@type': 'ExercisePlan', ...given('name', dosage.label), ...dosageProperties(dosage, labels)}
}
