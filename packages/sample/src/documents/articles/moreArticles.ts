import type {SampleDocument} from '../../builders/sampleDocument.ts'
import {atYourDesk} from './short/atYourDesk.ts'
import {backPainInPregnancy} from './short/backPainInPregnancy.ts'
import {bendAtTheHips} from './short/bendAtTheHips.ts'
import {poolWalking} from './short/poolWalking.ts'
import {steadyTrunk} from './short/steadyTrunk.ts'
import {whenToGetHelp} from './short/whenToGetHelp.ts'

/** Further articles, so that the rules of a feed have something to choose from. */
export const moreArticles: readonly SampleDocument[] = [
  poolWalking,
  bendAtTheHips,
  steadyTrunk,
  whenToGetHelp,
  backPainInPregnancy,
  atYourDesk,
]
