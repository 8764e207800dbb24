import type {Picture} from './picture.ts'
import {poolWalking, swimming, walkingOutdoors, walkingTreadmill} from './pictures/aerobicPictures.ts'
import {articleHeader, holidayTravelHeader} from './pictures/headerPictures.ts'
import {bridge, heelSlide, kneeToChestSupine, pelvicTilt} from './pictures/lyingPictures.ts'
import {chinTuck, kneeToChestSeated, seatedMarching} from './pictures/seatedPictures.ts'
import {birdDog, hipHinge, wallPushUp} from './pictures/standingPictures.ts'
import {trunkRotationSupine} from './pictures/topViewPicture.ts'

/** Every picture of the sample content; `draw.ts` writes them to `images/`. */
export const pictures: readonly Picture[] = [
  walkingOutdoors,
  walkingTreadmill,
  poolWalking,
  swimming,
  kneeToChestSupine,
  kneeToChestSeated,
  trunkRotationSupine,
  hipHinge,
  birdDog,
  pelvicTilt,
  bridge,
  heelSlide,
  seatedMarching,
  chinTuck,
  wallPushUp,
  articleHeader,
  holidayTravelHeader,
]
