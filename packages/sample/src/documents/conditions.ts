import {objectList} from '../builders/objectList.ts'
import {references} from '../builders/reference.ts'
import {sluggedDocument, type SampleDocument} from '../builders/sampleDocument.ts'

interface Stage {
  readonly key: string
  readonly label: string
  readonly min: number
  readonly max?: number
  readonly unit: 'days' | 'weeks'
}

interface Condition {
  readonly label: string
  readonly patientLabel: string
  readonly kind: string
  readonly question?: string
  readonly stages?: readonly Stage[]
  readonly excludes?: readonly string[]
  readonly broader?: readonly string[]
  readonly mesh?: readonly [code: string, display: string]
}

const ids = (slugs: readonly string[]): readonly string[] => slugs.map((slug) => `condition-${slug}`)

function condition(slug: string, {stages, excludes, broader, mesh, ...fields}: Condition): SampleDocument {
  return sluggedDocument('condition', slug, {
    ...fields,
    ...(stages === undefined
      ? {}
      : {
          stages: objectList(
            'conditionStage',
            stages.map((stage) => ({_key: stage.key, ...stage})),
          ),
        }),
    ...(broader === undefined ? {} : {broader: references(...ids(broader))}),
    ...(excludes === undefined ? {} : {excludes: references(...ids(excludes))}),
    ...(mesh === undefined
      ? {}
      : {codes: objectList('code', [{system: 'MeSH', code: mesh[0], display: mesh[1]}])}),
  })
}

const weeksSinceSurgery: readonly Stage[] = [
  {key: 'weeks-0-6', label: 'First 6 weeks', min: 0, max: 6, unit: 'weeks'},
  {key: 'weeks-6-12', label: 'Weeks 6 to 12', min: 6, max: 12, unit: 'weeks'},
  {key: 'weeks-12-on', label: 'After 12 weeks', min: 12, unit: 'weeks'},
]

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

/** Facets of a reader's situation; none of them is a diagnosis that this content makes. */
export const conditions: readonly SampleDocument[] = [...pain, ...diagnoses, ...stagesOfLife, ...risks]
