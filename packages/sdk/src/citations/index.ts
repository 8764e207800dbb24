export {listReferences, type Reference} from './listReferences.ts'
export {compressNumbers, formatCitation, numberCitations, toCslItem} from '@spine-center/rules/citations'
export type * from '@spine-center/rules/citations'
