export {sampleDocuments} from './documents/sampleDocuments.ts'
export type {SampleDocument} from './builders/sampleDocument.ts'
