import type {SampleDocument} from '../builders/sampleDocument.ts'
import {exercisingWithBackPain} from './articles/exercisingWithBackPain/article.ts'
import {moreArticles} from './articles/moreArticles.ts'
import {relatedArticles} from './articles/relatedArticles.ts'
import {carePathways} from './carePathways.ts'
import {guidelineCitations} from './citations/guidelineCitations.ts'
import {seedCitations} from './citations/seedCitations.ts'
import {studyCitations} from './citations/studyCitations.ts'
import {otherConditions} from './conditions/otherConditions.ts'
import {painConditions} from './conditions/painConditions.ts'
import {backPainRules} from './contraindications/backPainRules.ts'
import {diagnosisRules} from './contraindications/diagnosisRules.ts'
import {stageRules} from './contraindications/stageRules.ts'
import {disclaimers} from './disclaimers.ts'
import {aerobicExercises} from './exercises/aerobicExercises.ts'
import {discouragedExercises} from './exercises/discouragedExercises.ts'
import {lyingExercises} from './exercises/lyingExercises.ts'
import {seatedExercises} from './exercises/seatedExercises.ts'
import {standingAndFloorExercises} from './exercises/standingAndFloorExercises.ts'
import {campaigns, feeds} from './feeds.ts'
import {glossary} from './glossary.ts'
import {bodyPatterns} from './movementPatterns/bodyPatterns.ts'
import {spinePatterns} from './movementPatterns/spinePatterns.ts'
import {organizations} from './organizations.ts'
import {people} from './people.ts'
import {siteSettings} from './siteSettings.ts'
import {topics} from './topics.ts'

/**
 * The sample content: every document that a fresh installation starts with.
 *
 * Pictures stand in it as `_sanityAsset: 'image@images/<file>'`; `importSample` uploads the files
 * and puts references to them in place. No document claims a review: no clinician has seen any of it.
 *
 * @example
 * ```ts
 * const article = sampleDocuments.find(({_id}) => _id === 'article-exercising-with-back-pain')
 * ```
 */
export const sampleDocuments: readonly SampleDocument[] = [
  ...organizations,
  ...people,
  ...topics,
  ...glossary,
  ...disclaimers,
  ...painConditions,
  ...otherConditions,
  ...spinePatterns,
  ...bodyPatterns,
  ...seedCitations,
  ...guidelineCitations,
  ...studyCitations,
  ...carePathways,
  ...aerobicExercises,
  ...lyingExercises,
  ...seatedExercises,
  ...standingAndFloorExercises,
  ...discouragedExercises,
  ...backPainRules,
  ...diagnosisRules,
  ...stageRules,
  exercisingWithBackPain,
  ...relatedArticles,
  ...moreArticles,
  ...feeds,
  ...campaigns,
  siteSettings,
]
