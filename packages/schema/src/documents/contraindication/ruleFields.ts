import {defineField} from '@sanity/types'
import {choiceField} from '../../fields/choiceField.ts'
import {choicesField} from '../../fields/choicesField.ts'
import {hiddenUnless} from '../../fields/hiddenUnless.ts'
import {objectsField} from '../../fields/objectsField.ts'
import {referenceField} from '../../fields/referenceField.ts'
import {requiredWhen} from '../../fields/requiredWhen.ts'
import {requires} from '../../fields/requires.ts'
import {slugField} from '../../fields/slugField.ts'
import {textField} from '../../fields/textField.ts'
import {liftingFacts, ruleScopes, severities} from '../../vocabularies/safetyVocabulary.ts'
import {describesModification, findAbsentTests, isGrounded} from './contraindicationRules.ts'
import {targetField} from './targetField.ts'

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
  targetField,
  defineField({
    name: 'when',
    title: 'For whom',
    description: 'Every group must hold; a group holds when one of its conditions does.',
    type: 'object',
    group: 'rule',
    validation: (rule) => [
      requires(rule, 'Say for whom the rule holds.'),
      rule.custom((when, {document}) => findAbsentTests(when, document)),
    ],
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
    check: describesModification,
  }),
  choiceField({
    name: 'severity',
    title: 'Severity',
    list: severities,
    group: 'rule',
    required: 'Choose how strict the rule is.',
    check: (severity, {document}) => isGrounded(severity, document),
  }),
  choiceField({
    name: 'scope',
    title: 'Scope',
    list: ruleScopes,
    group: 'rule',
    initialValue: 'general',
    required: 'Say whether this is general or the protocol of one provider.',
  }),
  referenceField({
    name: 'organization',
    title: 'Provider',
    to: 'organization',
    group: 'rule',
    hidden: hiddenUnless('scope', 'provider-protocol'),
    check: requiredWhen('scope', ['provider-protocol'], 'Name the provider whose protocol this is.'),
  }),
]
