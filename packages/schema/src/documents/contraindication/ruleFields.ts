import {defineField} from '@sanity/types'
import {choiceField} from '../../fields/choiceField.ts'
import {choicesField} from '../../fields/choicesField.ts'
import {hiddenUnless} from '../../fields/hiddenUnless.ts'
import {objectsField} from '../../fields/objectsField.ts'
import {qualifiersField} from '../../fields/qualifiersField.ts'
import {requiredWhen} from '../../fields/requiredWhen.ts'
import {slugField} from '../../fields/slugField.ts'
import {textField} from '../../fields/textField.ts'
import {equipmentItems, exerciseKinds, positions} from '../../vocabularies/exerciseVocabulary.ts'
import {liftingFacts, ruleScopes, severities, targetKinds} from '../../vocabularies/safetyVocabulary.ts'

/** The fields of the tab “Rule”. */
export const ruleFields = [
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
          rule.custom(requiredWhen('kind', ['kind'], 'Choose the kind of exercise that the rule restricts.')),
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
      rule.custom(requiredWhen('scope', ['provider-protocol'], 'Name the provider whose protocol this is.')),
  }),
]
