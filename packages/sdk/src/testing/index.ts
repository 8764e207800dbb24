export {createTestContent, type TestContentOptions} from './createTestContent.ts'
export type {TestDocument} from './overlayDocuments.ts'
