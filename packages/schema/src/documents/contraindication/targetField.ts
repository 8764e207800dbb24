import {defineField} from '@sanity/types'
import {choiceField} from '../../fields/choiceField.ts'
import {hiddenUnless} from '../../fields/hiddenUnless.ts'
import {qualifiersField} from '../../fields/qualifiersField.ts'
import {referenceField} from '../../fields/referenceField.ts'
import {requiredWhen} from '../../fields/requiredWhen.ts'
import {requires} from '../../fields/requires.ts'
import {equipmentItems, exerciseKinds, positions} from '../../vocabularies/exerciseVocabulary.ts'
import {targetKinds} from '../../vocabularies/safetyVocabulary.ts'

/** What a rule restricts: one of five kinds of target, each with a field of its own. */
export const targetField = defineField({
  name: 'target',
  title: 'What it restricts',
  type: 'object',
  group: 'rule',
  validation: (rule) => requires(rule, 'Say what the rule restricts.'),
  fields: [
    choiceField({
      name: 'kind',
      title: 'The rule is about',
      list: targetKinds,
      initialValue: 'pattern',
      required: 'Choose what the rule is about.',
      layout: 'radio',
    }),
    referenceField({
      name: 'pattern',
      title: 'Movement pattern',
      to: 'movementPattern',
      ...onlyFor('pattern', 'Choose the movement pattern that the rule restricts.'),
    }),
    referenceField({
      name: 'exercise',
      title: 'Exercise',
      to: 'exercise',
      ...onlyFor('exercise', 'Choose the exercise that the rule restricts.'),
    }),
    choiceField({
      name: 'position',
      title: 'Position',
      list: positions,
      ...onlyFor('position', 'Choose the position that the rule restricts.'),
    }),
    choiceField({
      name: 'exerciseKind',
      title: 'Kind of exercise',
      list: exerciseKinds,
      ...onlyFor('kind', 'Choose the kind of exercise that the rule restricts.'),
    }),
    choiceField({
      name: 'equipment',
      title: 'Equipment',
      list: equipmentItems,
      ...onlyFor('equipment', 'Choose the equipment that the rule restricts.'),
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
})

function onlyFor(kind: (typeof targetKinds)[number]['value'], sentence: string) {
  return {hidden: hiddenUnless('kind', kind), check: requiredWhen('kind', [kind], sentence)}
}
