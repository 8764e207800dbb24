import type {SampleDocument} from '../../builders/sampleDocument.ts'
import {condition} from './condition.ts'

const pain: readonly SampleDocument[] = [
  condition('back-pain-acute', {
    label: 'Back pain, acute',
    patientLabel: 'back pain that began less than 6 weeks ago',
    kind: 'pain-stage',
    question: 'Did your back pain begin less than 6 weeks ago?',
    excludes: ['back-pain-subacute', 'back-pain-chronic'],
  }),
  condition('back-pain-subacute', {
    label: 'Back pain, subacute',
    patientLabel: 'back pain that has lasted 6 to 12 weeks',
    kind: 'pain-stage',
    question: 'Has your back pain lasted between 6 and 12 weeks?',
    excludes: ['back-pain-acute', 'back-pain-chronic'],
  }),
  condition('back-pain-chronic', {
    label: 'Back pain, chronic',
    patientLabel: 'back pain that has lasted 12 weeks or more',
    kind: 'pain-stage',
    question: 'Has your back pain lasted 12 weeks or more?',
    excludes: ['back-pain-acute', 'back-pain-subacute'],
  }),
]

const diagnoses: readonly SampleDocument[] = [
  condition('sciatica', {
    label: 'Sciatica',
    patientLabel: 'pain that runs from the back or buttock down the leg (sciatica)',
    kind: 'diagnosis',
    question: 'Do you have pain that runs down your leg from your back or buttock?',
    mesh: ['D012585', 'Sciatica'],
  }),
  condition('disc-herniation', {
    label: 'Lumbar disc herniation',
    patientLabel: 'a slipped (herniated) disc in the lower back',
    kind: 'diagnosis',
    question: 'Have you been told that you have a slipped or herniated disc?',
    mesh: ['D007405', 'Intervertebral Disc Displacement'],
  }),
  condition('spinal-stenosis', {
    label: 'Lumbar spinal stenosis',
    patientLabel: 'a narrowed spinal canal (spinal stenosis)',
    kind: 'diagnosis',
    question: 'Have you been told that the canal in your spine is narrow (stenosis)?',
    mesh: ['D013130', 'Spinal Stenosis'],
  }),
  condition('spondylolisthesis', {
    label: 'Spondylolisthesis',
    patientLabel: 'a vertebra that has slipped forwards (spondylolisthesis)',
    kind: 'diagnosis',
    question: 'Have you been told that one of your vertebrae has slipped forwards?',
    mesh: ['D013168', 'Spondylolisthesis'],
  }),
  condition('osteoporosis', {
    label: 'Osteoporosis',
    patientLabel: 'thin bones (osteoporosis)',
    kind: 'diagnosis',
    question: 'Have you been told that you have osteoporosis, or thin bones?',
    mesh: ['D010024', 'Osteoporosis'],
  }),
  condition('vertebral-fracture', {
    label: 'Vertebral fracture',
    patientLabel: 'a broken bone in the spine, now or in the past',
    kind: 'diagnosis',
    question: 'Have you ever had a broken bone (fracture) in your spine?',
    mesh: ['D016103', 'Spinal Fractures'],
  }),
  condition('inflammatory-arthritis', {
    label: 'Inflammatory arthritis',
    patientLabel: 'arthritis caused by inflammation, such as rheumatoid arthritis',
    kind: 'diagnosis',
    question: 'Do you have arthritis caused by inflammation, such as rheumatoid arthritis?',
  }),
]

/** Stages of pain, and diagnoses that a reader may have been given. */
export const painConditions: readonly SampleDocument[] = [...pain, ...diagnoses]
