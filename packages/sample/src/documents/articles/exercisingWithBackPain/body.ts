import {portableText} from '../../../builders/portableText.ts'
import {buildingUp} from './buildingUp.ts'
import {gettingGoing} from './gettingGoing.ts'
import {holdingBack} from './holdingBack.ts'

/** The text of the article, as Portable Text. */
export const body = portableText(...gettingGoing, ...buildingUp, ...holdingBack)
