import {objectList} from '../builders/objectList.ts'
import {references} from '../builders/reference.ts'
import {sluggedDocument, type SampleDocument} from '../builders/sampleDocument.ts'

interface Pathway {
  readonly heading: string
  readonly urgency: 'immediate' | 'urgent' | 'non-urgent'
  readonly signs: readonly {readonly text: string; readonly group?: string}[]
  readonly action: {readonly text: string; readonly contactKind: string}
  readonly possibleCause: string
  readonly sources: readonly string[]
}

function pathway(slug: string, {signs, sources, ...fields}: Pathway): SampleDocument {
  return sluggedDocument('carePathway', slug, {
    ...fields,
    language: 'en',
    signs: objectList('warningSign', signs),
    sources: references(...sources.map((source) => `citation-${source}`)),
  })
}

const immediate: readonly SampleDocument[] = [
  pathway('cauda-equina', {
    heading: 'Get emergency help now if you have back pain and any of these',
    urgency: 'immediate',
    signs: [
      {
        text: 'numbness or tingling between your legs, around the genitals or the back passage',
        group: 'Feeling',
      },
      {
        text: 'you cannot start to pass urine, or cannot feel that you are passing it',
        group: 'Bladder and bowel',
      },
      {text: 'you lose control of your bladder or bowels', group: 'Bladder and bowel'},
      {text: 'both legs are weak, numb or in pain', group: 'Legs'},
      {text: 'a new loss of feeling during sex', group: 'Feeling'},
    ],
    action: {
      text: 'Call the emergency number or go to an emergency department now. Do not wait for the pain to ease, and do not drive yourself.',
      contactKind: 'emergency-services',
    },
    possibleCause: 'Cauda equina syndrome: compression of the nerve roots below the end of the spinal cord.',
    sources: ['finucane-2020', 'bigos-1994'],
  }),
  pathway('serious-injury', {
    heading: 'Call for emergency help after a serious accident or fall',
    urgency: 'immediate',
    signs: [
      {text: 'severe back or neck pain after a road accident, a fall from a height or a heavy blow'},
      {text: 'numbness, tingling or weakness in the arms or legs after an injury'},
    ],
    action: {
      text: 'Call the emergency number. Keep still until help arrives, unless staying there puts you in danger.',
      contactKind: 'emergency-services',
    },
    possibleCause: 'Unstable spinal injury.',
    sources: ['bigos-1994', 'finucane-2020'],
  }),
  pathway('chest-pain-or-collapse', {
    heading: 'Stop and call for emergency help if your chest hurts or you collapse',
    urgency: 'immediate',
    signs: [
      {text: 'pain, pressure or tightness in the chest, with or without pain in the arm, jaw or back'},
      {text: 'sudden trouble breathing'},
      {text: 'fainting, or nearly fainting, during exercise'},
    ],
    action: {
      text: 'Stop the exercise and call the emergency number at once.',
      contactKind: 'emergency-services',
    },
    possibleCause: 'Acute coronary syndrome or another emergency of the heart, lungs or aorta.',
    sources: ['gulati-2021'],
  }),
]

const urgent: readonly SampleDocument[] = [
  pathway('possible-fracture', {
    heading: 'Have it looked at today if a bone in your back may be broken',
    urgency: 'urgent',
    signs: [
      {text: 'sudden back pain after a small fall, a cough or lifting something'},
      {text: 'you are older, have thin bones or take steroid tablets, and the pain came on suddenly'},
      {text: 'you have lost height, or your back has become more bent'},
    ],
    action: {
      text: 'See a clinician today. Stop all exercises for the back until then.',
      contactKind: 'urgent-care',
    },
    possibleCause: 'Vertebral fragility fracture.',
    sources: ['finucane-2020', 'bigos-1994'],
  }),
  pathway('infection-or-tumour', {
    heading: 'Have it looked at today if you feel ill with your back pain',
    urgency: 'urgent',
    signs: [
      {text: 'fever, chills or night sweats', group: 'Infection'},
      {text: 'a recent infection, an operation, or injected drugs', group: 'Infection'},
      {text: 'you have lost weight without trying', group: 'Tumour'},
      {text: 'you have, or have had, cancer', group: 'Tumour'},
      {text: 'pain that is worse lying down or keeps you awake every night'},
    ],
    action: {
      text: 'Call a clinician today and say which of these signs you have.',
      contactKind: 'urgent-care',
    },
    possibleCause: 'Spinal infection or malignancy.',
    sources: ['finucane-2020', 'bigos-1994'],
  }),
  pathway('progressive-weakness', {
    heading: 'Have it looked at today if a leg is getting weaker',
    urgency: 'urgent',
    signs: [
      {text: 'a foot drops or drags when you walk'},
      {text: 'a leg is getting weaker or more numb from day to day'},
      {text: 'you stumble or fall because a leg gives way'},
    ],
    action: {
      text: 'Call a clinician today. If both legs are affected, or you lose control of bladder or bowels, call the emergency number.',
      contactKind: 'urgent-care',
    },
    possibleCause: 'Nerve root compression with a progressive motor deficit.',
    sources: ['bigos-1994', 'finucane-2020'],
  }),
]

const nonUrgent = pathway('pain-that-stays', {
  heading: 'Book an appointment if the pain does not ease',
  urgency: 'non-urgent',
  signs: [
    {text: 'the pain has not begun to ease after 4 weeks'},
    {text: 'pain, or fear of it, keeps you from work or from things that matter to you'},
    {text: 'exercises that used to help now make it worse'},
  ],
  action: {
    text: 'Book an appointment at the clinic or with your family doctor.',
    contactKind: 'primary-care',
  },
  possibleCause: 'Slow recovery from a low back problem.',
  sources: ['bigos-1994'],
})

/** Signs that call for help, from the most pressing to the least. */
export const carePathways: readonly SampleDocument[] = [...immediate, ...urgent, nonUrgent]
