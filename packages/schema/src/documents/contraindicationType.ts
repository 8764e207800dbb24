import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {defineField, defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {choicesField} from '../fields/choicesField.ts'
import {hiddenUnless} from '../fields/hiddenUnless.ts'
import {objectsField} from '../fields/objectsField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {qualifiersField} from '../fields/qualifiersField.ts'
import {referenceField} from '../fields/referenceField.ts'
import {requiredWhen} from '../fields/requiredWhen.ts'
import {retirementField} from '../fields/retirementField.ts'
import {reviewsField} from '../fields/reviewsField.ts'
import {slugField} from '../fields/slugField.ts'
import {textField} from '../fields/textField.ts'
import {equipmentItems, exerciseKinds, positions} from '../vocabularies/exerciseVocabulary.ts'
import {
  certaintyScales,
  consensusLevels,
  liftingFacts,
  ruleBases,
  ruleScopes,
  severities,
  targetKinds,
} from '../vocabularies/safetyVocabulary.ts'

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
  fields: [
    textField({
      name: 'title',
      title: 'Title',
      description: 'For editors: what against whom.',
      group: 'rule',
      required: 'Give the rule a title.',
    }),
    slugField({
      source: 'title',
      group: 'rule',
      description: 'Lasting name of the rule. Do not change it once the rule is out.',
    }),
    defineField({
      name: 'target',
      title: 'What it restricts',
      type: 'object',
      group: 'rule',
      validation: (rule) => rule.required().error('Say what the rule restricts.'),
      fields: [
        choiceField({
          name: 'kind',
          title: 'The rule is about',
          list: targetKinds,
          initialValue: 'pattern',
          required: 'Choose what the rule is about.',
          layout: 'radio',
        }),
        defineField({
          name: 'pattern',
          title: 'Movement pattern',
          type: 'reference',
          to: [{type: 'movementPattern'}],
          hidden: hiddenUnless('kind', 'pattern'),
          validation: (rule) =>
            rule.custom(
              requiredWhen('kind', ['pattern'], 'Choose the movement pattern that the rule restricts.'),
            ),
        }),
        defineField({
          name: 'exercise',
          title: 'Exercise',
          type: 'reference',
          to: [{type: 'exercise'}],
          hidden: hiddenUnless('kind', 'exercise'),
          validation: (rule) =>
            rule.custom(requiredWhen('kind', ['exercise'], 'Choose the exercise that the rule restricts.')),
        }),
        defineField({
          name: 'position',
          title: 'Position',
          type: 'string',
          options: {list: [...positions]},
          hidden: hiddenUnless('kind', 'position'),
          validation: (rule) =>
            rule.custom(requiredWhen('kind', ['position'], 'Choose the position that the rule restricts.')),
        }),
        defineField({
          name: 'exerciseKind',
          title: 'Kind of exercise',
          type: 'string',
          options: {list: [...exerciseKinds]},
          hidden: hiddenUnless('kind', 'kind'),
          validation: (rule) =>
            rule.custom(
              requiredWhen('kind', ['kind'], 'Choose the kind of exercise that the rule restricts.'),
            ),
        }),
        defineField({
          name: 'equipment',
          title: 'Equipment',
          type: 'string',
          options: {list: [...equipmentItems]},
          hidden: hiddenUnless('kind', 'equipment'),
          validation: (rule) =>
            rule.custom(requiredWhen('kind', ['equipment'], 'Choose the equipment that the rule restricts.')),
        }),
        qualifiersField({
          name: 'qualifiers',
          title: 'Only when done like this',
          description:
            'The rule reaches an exercise only if it is done this way; an exercise that does not say counts as unknown.',
          hidden: hiddenUnless('kind', 'pattern'),
        }),
        defineField({
          name: 'includeNarrower',
          title: 'Also narrower patterns',
          type: 'boolean',
          initialValue: true,
          hidden: hiddenUnless('kind', 'pattern'),
        }),
      ],
    }),
    defineField({
      name: 'when',
      title: 'For whom',
      description: 'Every group must hold; a group holds when one of its conditions does.',
      type: 'object',
      group: 'rule',
      validation: (rule) => rule.required().error('Say for whom the rule holds.'),
      fields: [
        objectsField({
          name: 'all',
          title: 'All of',
          of: 'conditionGroup',
          required: 'Say for whom the rule holds. For everybody, add the condition “Anyone”.',
          max: 3,
        }),
      ],
    }),
    choicesField({
      name: 'unless',
      title: 'Unless',
      description: 'Facts that lift the rule. It is lifted only when the fact is known to be true.',
      list: liftingFacts,
      group: 'rule',
    }),
    choiceField({
      name: 'severity',
      title: 'Severity',
      list: severities,
      group: 'rule',
      required: 'Choose how strict the rule is.',
    }),
    choiceField({
      name: 'scope',
      title: 'Scope',
      list: ruleScopes,
      group: 'rule',
      initialValue: 'general',
      required: 'Say whether this is general or the protocol of one provider.',
    }),
    defineField({
      name: 'organization',
      title: 'Provider',
      type: 'reference',
      to: [{type: 'organization'}],
      group: 'rule',
      hidden: hiddenUnless('scope', 'provider-protocol'),
      validation: (rule) =>
        rule.custom(
          requiredWhen('scope', ['provider-protocol'], 'Name the provider whose protocol this is.'),
        ),
    }),
    textField({
      name: 'rationale',
      title: 'Rationale',
      description: 'Why, in the words that readers will see.',
      group: 'reasons',
      rows: 4,
      required: 'Say why. Readers and editors are shown this sentence.',
      max: 400,
    }),
    textField({
      name: 'mechanism',
      title: 'Mechanism',
      description: 'For professionals.',
      group: 'reasons',
      rows: 3,
    }),
    textField({
      name: 'modification',
      title: 'Modification',
      description: 'What makes it acceptable.',
      group: 'reasons',
      rows: 2,
    }),
    objectsField({
      name: 'saferAlternatives',
      title: 'Alternatives',
      description: 'What to do instead.',
      of: 'alternative',
      group: 'reasons',
    }),
    textField({
      name: 'noAlternativeReason',
      title: 'Why there is no alternative',
      description: 'Only when there is none.',
      group: 'reasons',
    }),
    choiceField({
      name: 'basis',
      title: 'Basis',
      description: 'The strongest ground that the rule rests on.',
      list: ruleBases,
      group: 'evidence',
      required: 'Choose what the rule rests on.',
    }),
    defineField({
      name: 'certainty',
      title: 'Certainty',
      type: 'object',
      group: 'evidence',
      options: {columns: 2},
      fields: [
        choiceField({name: 'scale', title: 'Scale', list: certaintyScales, layout: 'dropdown'}),
        textField({name: 'value', title: 'Value', description: 'For example: low, 2b.'}),
      ],
    }),
    choiceField({
      name: 'consensus',
      title: 'Consensus',
      description: 'Do sources agree?',
      list: consensusLevels,
      group: 'evidence',
      required: 'Say whether sources agree.',
    }),
    objectsField({name: 'evidence', title: 'Evidence', of: 'ruleEvidence', group: 'evidence'}),
    defineField({name: 'effectiveFrom', title: 'In force from', type: 'date', group: 'governance'}),
    defineField({name: 'reviewBy', title: 'Review by', type: 'date', group: 'governance'}),
    reviewsField({group: 'governance'}),
    referenceField({
      name: 'supersedes',
      title: 'Takes the place of',
      to: 'contraindication',
      group: 'governance',
    }),
    retirementField('contraindication', {group: 'governance'}),
  ],
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
  const what = target.pattern ?? target.exercise ?? target.position ?? target.exerciseKind ?? target.equipment
  return previewOf({
    title: title ?? 'Rule',
    subtitle: [retired && 'Retired', severity, what].filter(Boolean).join(' · '),
  })
}
