import {articleType} from './documents/article/articleType.ts'
import {campaignType} from './documents/campaignType.ts'
import {carePathwayType} from './documents/carePathwayType.ts'
import {citationType} from './documents/citation/citationType.ts'
import {conditionType} from './documents/conditionType.ts'
import {contraindicationType} from './documents/contraindication/contraindicationType.ts'
import {disclaimerType} from './documents/disclaimerType.ts'
import {exerciseType} from './documents/exercise/exerciseType.ts'
import {feedType} from './documents/feedType.ts'
import {glossaryTermType} from './documents/glossaryTermType.ts'
import {movementPatternType} from './documents/movementPatternType.ts'
import {organizationType} from './documents/organizationType.ts'
import {personType} from './documents/personType.ts'
import {siteSettingsType} from './documents/siteSettingsType.ts'
import {topicType} from './documents/topicType.ts'
import {alternativeType} from './objects/alternativeType.ts'
import {articleBodyType} from './objects/articleBodyType.ts'
import {campaignItemType} from './objects/campaignItemType.ts'
import {carePathwayRefType} from './objects/carePathwayRefType.ts'
import {citationNameType} from './objects/citationNameType.ts'
import {citationRefType} from './objects/citationRefType.ts'
import {claimEvidenceType} from './objects/claimEvidenceType.ts'
import {claimFigureType} from './objects/claimFigureType.ts'
import {claimMarkType} from './objects/claimMarkType.ts'
import {claimType} from './objects/claimType.ts'
import {codeType} from './objects/codeType.ts'
import {conditionGroupType} from './objects/conditionGroupType.ts'
import {conditionStageType} from './objects/conditionStageType.ts'
import {conditionTestType} from './objects/conditionTestType.ts'
import {contributorType} from './objects/contributorType.ts'
import {correctionType} from './objects/correctionType.ts'
import {credentialType} from './objects/credentialType.ts'
import {disclaimerRefType} from './objects/disclaimerRefType.ts'
import {disclosureType} from './objects/disclosureType.ts'
import {dosageType} from './objects/dosageType.ts'
import {emergencyNumberType} from './objects/emergencyNumberType.ts'
import {equipmentUseType} from './objects/equipmentUseType.ts'
import {exerciseAliasType} from './objects/exerciseAliasType.ts'
import {exerciseCardType} from './objects/exerciseCardType.ts'
import {exerciseEvidenceType} from './objects/exerciseEvidenceType.ts'
import {exerciseListType} from './objects/exerciseListType.ts'
import {exercisePatternType} from './objects/exercisePatternType.ts'
import {exerciseStepType} from './objects/exerciseStepType.ts'
import {exerciseUseType} from './objects/exerciseUseType.ts'
import {exerciseVideoType} from './objects/exerciseVideoType.ts'
import {experimentVariantType} from './objects/experimentVariantType.ts'
import {faqListType} from './objects/faqListType.ts'
import {faqType} from './objects/faqType.ts'
import {feedRuleType} from './objects/feedRuleType.ts'
import {feedSlotType} from './objects/feedSlotType.ts'
import {figureType} from './objects/figureType.ts'
import {glossaryMarkType} from './objects/glossaryMarkType.ts'
import {linkType} from './objects/linkType.ts'
import {pullStatType} from './objects/pullStatType.ts'
import {reviewType} from './objects/reviewType.ts'
import {richTextType} from './objects/richTextType.ts'
import {ruleEvidenceType} from './objects/ruleEvidenceType.ts'
import {scheduleType} from './objects/scheduleType.ts'
import {stopSignType} from './objects/stopSignType.ts'
import {tableBlockType} from './objects/tableBlockType.ts'
import {tableRowType} from './objects/tableRowType.ts'
import {warningSignType} from './objects/warningSignType.ts'
import {warningType} from './objects/warningType.ts'

/** Every document and object type of the clinic's content, for `schema.types` of a Studio. */
export const schemaTypes = [
  // documents
  articleType,
  campaignType,
  carePathwayType,
  citationType,
  conditionType,
  contraindicationType,
  disclaimerType,
  exerciseType,
  feedType,
  glossaryTermType,
  movementPatternType,
  organizationType,
  personType,
  siteSettingsType,
  topicType,
  // objects
  alternativeType,
  articleBodyType,
  campaignItemType,
  carePathwayRefType,
  citationNameType,
  citationRefType,
  claimEvidenceType,
  claimFigureType,
  claimMarkType,
  claimType,
  codeType,
  conditionGroupType,
  conditionStageType,
  conditionTestType,
  contributorType,
  correctionType,
  credentialType,
  disclaimerRefType,
  disclosureType,
  dosageType,
  emergencyNumberType,
  equipmentUseType,
  exerciseAliasType,
  exerciseCardType,
  exerciseEvidenceType,
  exerciseListType,
  exercisePatternType,
  exerciseStepType,
  exerciseUseType,
  exerciseVideoType,
  experimentVariantType,
  faqListType,
  faqType,
  feedRuleType,
  feedSlotType,
  figureType,
  glossaryMarkType,
  linkType,
  pullStatType,
  reviewType,
  richTextType,
  ruleEvidenceType,
  scheduleType,
  stopSignType,
  tableBlockType,
  tableRowType,
  warningSignType,
  warningType,
]
