// What is there before anything is read. Modules that are loaded later take what they share with it from here: a
// bundler makes a chunk for each set of modules that share something, and so makes one of all this.
export {API_VERSION} from './client/apiVersion.ts'
export {configOf, isAnonymousClient, isClientLike} from './client/clientLike.ts'
export {systemClock} from './client/clock.ts'
export {lostAnswer} from './client/lostAnswer.ts'
export {readEnvelope} from './client/readEnvelope.ts'
export {isOut} from './content/isOut.ts'
export {ContentError} from './errors/ContentError.ts'
export {readError} from './errors/readError.ts'
export {isRecord} from './validation/isRecord.ts'
