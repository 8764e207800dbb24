/** Words for values that the content stores as keys. */
export type Vocabulary = Readonly<Record<string, string>>

export const positionWords = {
  supine: 'Lying on the back',
  prone: 'Lying face down',
  'side-lying': 'Lying on the side',
  quadruped: 'On hands and knees',
  kneeling: 'Kneeling',
  seated: 'Sitting',
  standing: 'Standing',
  walking: 'Walking',
  'in-water': 'In water',
} as const satisfies Vocabulary

export const bodyRegionWords = {
  cervical: 'Neck',
  thoracic: 'Upper and middle back',
  lumbar: 'Lower back',
  sacroiliac: 'Sacroiliac joints and pelvis',
  abdomen: 'Abdomen and core',
  hip: 'Hip',
  leg: 'Leg',
  shoulder: 'Shoulder',
  'whole-body': 'Whole body',
} as const satisfies Vocabulary

export const equipmentWords = {
  mat: 'Exercise mat',
  chair: 'Chair',
  wall: 'Wall',
  towel: 'Towel',
  pillow: 'Pillow',
  step: 'Step',
  bench: 'Bench',
  treadmill: 'Treadmill',
  'exercise-bike': 'Exercise bike',
  pool: 'Swimming pool',
  float: 'Float or flotation belt',
  'resistance-band': 'Resistance band',
  'stability-ball': 'Stability ball',
  'foam-roller': 'Foam roller',
  dumbbell: 'Dumbbell',
  kettlebell: 'Kettlebell',
  barbell: 'Barbell',
  'medicine-ball': 'Medicine ball',
  'weight-machine': 'Weight machine',
} as const satisfies Vocabulary

export const exerciseKindWords: Vocabulary = {
  aerobic: 'Aerobic',
  strength: 'Strength',
  flexibility: 'Stretching',
  mobility: 'Mobility',
  balance: 'Balance',
  'motor-control': 'Motor control',
  posture: 'Posture',
  breathing: 'Breathing',
}

export const difficultyWords: Vocabulary = {
  1: 'Very easy',
  2: 'Easy',
  3: 'Moderate',
  4: 'Hard',
  5: 'Very hard',
}

export const supervisionWords: Vocabulary = {
  self: 'Can be learned from this page',
  'learn-with-clinician-first': 'Learn it with a clinician first',
  supervised: 'Only under supervision',
}

export const ageBandWords: Vocabulary = {
  any: 'any age',
  child: 'children',
  adolescent: 'adolescents',
  adult: 'adults',
  'older-adult': 'older adults',
}

export const severityWords: Vocabulary = {
  absolute: 'Avoid it',
  relative: 'Ask a clinician first',
  precaution: 'Take care',
}

export const basisWords: Vocabulary = {
  guideline: 'a guideline',
  'systematic-review': 'a systematic review',
  trial: 'a trial',
  cohort: 'a cohort study',
  biomechanics: 'biomechanics',
  'expert-consensus': 'the agreement of experts',
  'clinic-protocol': 'the protocol of a clinic',
}

export const consensusWords: Vocabulary = {
  settled: 'Experts agree.',
  mixed: 'Experts differ.',
  contested: 'This is contested.',
}

export const stanceWords: Vocabulary = {
  supports: 'supports it',
  opposes: 'speaks against it',
  background: 'background',
}

/** The words for a key; an unknown key is shown as it stands. */
export function wordsFor(vocabulary: Vocabulary, key: string | number | null | undefined): string {
  return key === null || key === undefined ? '' : (vocabulary[key] ?? String(key))
}
