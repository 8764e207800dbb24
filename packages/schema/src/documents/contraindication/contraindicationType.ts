import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {defineType} from '@sanity/types'
import {previewOf} from '../../fields/previewOf.ts'
import {ruleFields} from './ruleFields.ts'
import {reasonsFields} from './reasonsFields.ts'
import {equipmentItems, exerciseKinds, positions} from '../../vocabularies/exerciseVocabulary.ts'
import {severities} from '../../vocabularies/safetyVocabulary.ts'
import {titleOf} from '../../vocabularies/titleOf.ts'
import {evidenceFields} from './evidenceFields.ts'
import {governanceFields} from './governanceFields.ts'

/** A rule: which movement, for whom, how strictly, and on which grounds. */
export const contraindicationType = defineType({
  name: 'contraindication',
  title: 'Contraindication',
  type: 'document',
  icon: WarningOutlineIcon,
  groups: [
    {name: 'rule', title: 'Rule', default: true},
    {name: 'reasons', title: 'Reasons and alternatives'},
    {name: 'evidence', title: 'Evidence'},
    {name: 'governance', title: 'Reviews'},
  ],
  fields: [...ruleFields, ...reasonsFields, ...evidenceFields, ...governanceFields],
  preview: {
    select: {
      title: 'title',
      severity: 'severity',
      pattern: 'target.pattern.label',
      exercise: 'target.exercise.title',
      position: 'target.position',
      exerciseKind: 'target.exerciseKind',
      equipment: 'target.equipment',
      retired: 'retirement.reason',
    },
    prepare: prepareContraindication,
  },
})

interface Selection {
  title?: string
  severity?: string
  pattern?: string
  exercise?: string
  position?: string
  exerciseKind?: string
  equipment?: string
  retired?: string
}

function prepareContraindication({title, severity, retired, ...target}: Selection) {
  const what =
    target.pattern ??
    target.exercise ??
    titleOf(positions, target.position) ??
    titleOf(exerciseKinds, target.exerciseKind) ??
    titleOf(equipmentItems, target.equipment)
  const parts = [retired && 'Retired', titleOf(severities, severity), what]
  return previewOf({title: title ?? 'Rule', subtitle: parts.filter(Boolean).join(' · ')})
}
