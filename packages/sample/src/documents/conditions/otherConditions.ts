import type {SampleDocument} from '../../builders/sampleDocument.ts'
import {condition, type Stage} from './condition.ts'

const weeksSinceSurgery: readonly Stage[] = [
  {key: 'weeks-0-6', label: 'First 6 weeks', min: 0, max: 6, unit: 'weeks'},
  {key: 'weeks-6-12', label: 'Weeks 6 to 12', min: 6, max: 12, unit: 'weeks'},
  {key: 'weeks-12-on', label: 'After 12 weeks', min: 12, unit: 'weeks'},
]

const stagesOfLife: readonly SampleDocument[] = [
  condition('pregnancy', {
    label: 'Pregnancy',
    patientLabel: 'a pregnancy',
    kind: 'life-stage',
    question: 'Are you pregnant?',
    stages: [
      {key: 't1', label: 'First trimester', min: 0, max: 14, unit: 'weeks'},
      {key: 't2', label: 'Second trimester', min: 14, max: 28, unit: 'weeks'},
      {key: 't3', label: 'Third trimester', min: 28, max: 43, unit: 'weeks'},
    ],
    excludes: ['postpartum'],
    mesh: ['D011247', 'Pregnancy'],
  }),
  condition('postpartum', {
    label: 'Postpartum',
    patientLabel: 'a birth in the last 12 weeks',
    kind: 'life-stage',
    question: 'Did you give birth in the last 12 weeks?',
    excludes: ['pregnancy'],
    mesh: ['D049590', 'Postpartum Period'],
  }),
  condition('post-lumbar-fusion', {
    label: 'After lumbar fusion',
    patientLabel: 'an operation that joined bones of the lower back (fusion)',
    kind: 'post-procedure',
    question: 'Have you had an operation that joined bones of your lower back (a fusion)?',
    stages: weeksSinceSurgery,
  }),
  condition('post-discectomy', {
    label: 'After discectomy',
    patientLabel: 'an operation that removed part of a disc (discectomy)',
    kind: 'post-procedure',
    question: 'Have you had an operation that removed part of a disc in your back?',
    stages: weeksSinceSurgery,
  }),
]

const risks: readonly SampleDocument[] = [
  condition('hypertension-uncontrolled', {
    label: 'Hypertension, uncontrolled',
    patientLabel: 'high blood pressure that treatment has not brought down',
    kind: 'risk-factor',
    question: 'Do you have high blood pressure that is not under control?',
  }),
  condition('balance-problem', {
    label: 'Balance problem',
    patientLabel: 'a problem with balance, or falls',
    kind: 'risk-factor',
    question: 'Do you feel unsteady on your feet, or have you fallen in the last year?',
  }),
  condition('long-term-steroid-use', {
    label: 'Long-term steroid use',
    patientLabel: 'steroid tablets taken for 3 months or more',
    kind: 'medication',
    question: 'Have you taken steroid tablets for 3 months or more?',
  }),
  condition('anyone', {label: 'Anyone', patientLabel: 'any situation', kind: 'anyone'}),
]

/** Stages of life, operations and risks; none of them is a diagnosis that this content makes. */
export const otherConditions: readonly SampleDocument[] = [...stagesOfLife, ...risks]
