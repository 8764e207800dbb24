import type {SampleDocument} from '../builders/sampleDocument.ts'
import {generateArticle} from './generateArticle.ts'
import {generateCitation} from './generateCitation.ts'
import {generateExercise} from './generateExercise.ts'
import {generateRule} from './generateRule.ts'
import {generateVocabulary} from './generateVocabulary.ts'
import {createGeneratorContext, type GeneratorContext} from './generatorContext.ts'
import {planDocuments, type GeneratedType} from './plan.ts'

interface GenerateOptions {
  /** How many documents; 200 at least. */
  count: number
  /** Whole number; the same seed gives the same bytes. */
  seed: number
  /** ISO date from which publication and review dates count back; 2026-01-01 unless given. */
  now?: string
}

const order: readonly GeneratedType[] = [
  'organization',
  'person',
  'topic',
  'glossaryTerm',
  'disclaimer',
  'condition',
  'movementPattern',
  'citation',
  'carePathway',
  'exercise',
  'contraindication',
  'article',
  'feed',
  'campaign',
  'siteSettings',
]

/**
 * Makes exactly `count` documents of all kinds, one after the other, for tests and measurements.
 *
 * The set is referentially whole: every reference points at a document of the set. Half of it are
 * articles of about 20 blocks; articles, exercises, rules and citations have 2 to 10 KB each.
 * Nothing is kept, so 100,000 documents take no more memory than one. The texts mean nothing.
 *
 * @throws TypeError when `count` is not a whole number of at least 200, or `now` is not a date
 * @example
 * ```ts
 * for (const document of generateDocuments({count: 1000, seed: 1})) lines.push(JSON.stringify(document))
 * ```
 */
export function generateDocuments({
  count,
  seed,
  now = '2026-01-01',
}: GenerateOptions): Iterable<SampleDocument> {
  const nowMs = Date.parse(now)
  if (Number.isNaN(nowMs)) throw new TypeError(`Give "now" as an ISO date, such as 2026-01-01: got "${now}".`)
  const context = createGeneratorContext(planDocuments(count), seed, nowMs)
  return {[Symbol.iterator]: () => makeAll(context)}
}

function* makeAll(context: GeneratorContext): Generator<SampleDocument> {
  for (const type of order) {
    for (let index = 0; index < context.plan[type]; index += 1) yield makeOne(context, type, index)
  }
}

function makeOne(context: GeneratorContext, type: GeneratedType, index: number): SampleDocument {
  switch (type) {
    case 'article':
      return generateArticle(context, index)
    case 'exercise':
      return generateExercise(context, index)
    case 'contraindication':
      return generateRule(context, index)
    case 'citation':
      return generateCitation(context, index)
    default:
      return generateVocabulary(context, type, index)
  }
}
