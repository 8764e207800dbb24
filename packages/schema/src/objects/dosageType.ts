import {ClockIcon} from '@sanity/icons/Clock'
import {defineField, defineType} from '@sanity/types'
import {choiceField} from '../fields/choiceField.ts'
import {choicesField} from '../fields/choicesField.ts'
import {previewOf} from '../fields/previewOf.ts'
import {rangeField} from '../fields/rangeField.ts'
import {requires} from '../fields/requires.ts'
import {textField} from '../fields/textField.ts'
import {
  distanceUnits,
  dosageConfidences,
  durationUnits,
  frequencyPeriods,
  intensityScales,
  repetitionUnits,
  weekdays,
} from '../vocabularies/dosageVocabulary.ts'
import {findMissingUnits, isNotAssumed, statesAnAmount} from './dosageRules.ts'

/** How much of an exercise, after FITT-VP (frequency, intensity, time, type, volume, progression). */
export const dosageType = defineType({
  name: 'dosage',
  title: 'Dosage',
  type: 'object',
  icon: ClockIcon,
  fieldsets: [
    {name: 'volume', title: 'Volume'},
    {name: 'time', title: 'Time and distance'},
    {name: 'often', title: 'How often'},
    {name: 'effort', title: 'Effort and progress', options: {collapsible: true, collapsed: true}},
    {name: 'source', title: 'Where this comes from'},
  ],
  fields: [
    textField({name: 'label', title: 'For', description: 'When there are several: “To begin with”.'}),
    rangeField({name: 'sets', title: 'Sets', lowest: 1, integer: true, fieldset: 'volume'}),
    rangeField({
      name: 'reps',
      title: 'Repetitions in a set',
      lowest: 1,
      integer: true,
      fieldset: 'volume',
      extraFields: [choiceField({name: 'unit', title: 'Of', list: repetitionUnits, layout: 'dropdown'})],
    }),
    defineField({name: 'perSide', title: 'On each side', type: 'boolean', fieldset: 'volume'}),
    rangeField({name: 'holdSeconds', title: 'Hold, in seconds', lowest: 1, fieldset: 'time'}),
    rangeField({name: 'restSeconds', title: 'Rest between sets, in seconds', fieldset: 'time'}),
    rangeField({
      name: 'duration',
      title: 'Duration',
      lowest: 1,
      fieldset: 'time',
      extraFields: [choiceField({name: 'unit', title: 'In', list: durationUnits, layout: 'dropdown'})],
    }),
    rangeField({
      name: 'distance',
      title: 'Distance',
      fieldset: 'time',
      extraFields: [choiceField({name: 'unit', title: 'In', list: distanceUnits, layout: 'dropdown'})],
    }),
    rangeField({
      name: 'frequency',
      title: 'Times',
      lowest: 1,
      integer: true,
      fieldset: 'often',
      extraFields: [choiceField({name: 'per', title: 'Per', list: frequencyPeriods, layout: 'dropdown'})],
    }),
    choicesField({name: 'daysOfWeek', title: 'On these days', list: weekdays, fieldset: 'often'}),
    rangeField({
      name: 'intensity',
      title: 'Intensity',
      fieldset: 'effort',
      extraFields: [
        choiceField({name: 'scale', title: 'On the scale', list: intensityScales, layout: 'dropdown'}),
      ],
    }),
    textField({name: 'tempo', title: 'Tempo', description: 'For example: 2 up, 4 down.', fieldset: 'effort'}),
    defineField({
      name: 'progress',
      title: 'Progress',
      type: 'object',
      fieldset: 'effort',
      options: {columns: 2},
      fields: [
        textField({name: 'start', title: 'Start with'}),
        textField({name: 'towards', title: 'Work towards'}),
      ],
    }),
    textField({
      name: 'sourceText',
      title: 'In the words of the source',
      rows: 2,
      fieldset: 'source',
    }),
    defineField({
      name: 'confidence',
      title: 'Confidence',
      type: 'string',
      options: {list: [...dosageConfidences], layout: 'radio'},
      fieldset: 'source',
      validation: (rule) => [
        requires(rule, 'Say whether the source states this dosage.'),
        rule,
        rule.custom(isNotAssumed).warning(),
      ],
    }),
  ],
  validation: (rule) => [rule.custom(statesAnAmount), rule.custom(findMissingUnits)],
  preview: {
    select: {
      label: 'label',
      sets: 'sets.min',
      reps: 'reps.min',
      holdSeconds: 'holdSeconds.min',
      minutes: 'duration.min',
      unit: 'duration.unit',
      times: 'frequency.min',
      per: 'frequency.per',
    },
    prepare: prepareDosage,
  },
})

interface Selection {
  label?: string
  sets?: number
  reps?: number
  holdSeconds?: number
  minutes?: number
  unit?: string
  times?: number
  per?: string
}

function prepareDosage({label, sets, reps, holdSeconds, minutes, unit, times, per}: Selection) {
  const parts = [
    sets && `${sets} ${sets === 1 ? 'set' : 'sets'}`,
    reps && `${reps} repetitions`,
    holdSeconds && `hold ${holdSeconds} s`,
    minutes && `${minutes} ${unit ?? ''}`.trim(),
    times && per && `${times} times a ${per}`,
  ]
  const amount = parts.filter(Boolean).join(', ')
  return previewOf({title: label ?? (amount || 'Dosage'), subtitle: label ? amount : undefined})
}
