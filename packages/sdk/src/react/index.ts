export {ArticleBody, type ArticleBodyProps} from './ArticleBody.ts'
export {renderArticle, type ArticleContent, type ReactResult, type ReactSettings} from './renderArticle.ts'
export {ArticleTop, type ArticleTopProps} from './ArticleTop.ts'
export {ArticleEnd, type ArticleEndProps} from './ArticleEnd.ts'
export {emergencyPhone, type EmergencySettings} from '../html/emergencyPhone.ts'
export {ReferenceList, type ReferenceListProps} from './ReferenceList.ts'
export {Glossary, type GlossaryProps} from './Glossary.ts'
export {CareCard, type CareCardProps} from './CareCard.ts'
export {Figure, type FigureProps} from './Figure.ts'
export {Instructions, type InstructionsProps} from './Instructions.ts'
export type {
  BlockComponents,
  BlockProps,
  ElementComponents,
  ElementProps,
  ImageProps,
  LinkProps,
} from './articleComponents.ts'
