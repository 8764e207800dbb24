import type {Choice} from './choice.ts'

/** What an exercise trains. */
export const exerciseKinds = [
  {value: 'aerobic', title: 'Aerobic'},
  {value: 'strength', title: 'Strength'},
  {value: 'flexibility', title: 'Flexibility (stretching)'},
  {value: 'mobility', title: 'Mobility'},
  {value: 'balance', title: 'Balance'},
  {value: 'motor-control', title: 'Motor control'},
  {value: 'posture', title: 'Posture'},
  {value: 'breathing', title: 'Breathing'},
] as const satisfies readonly Choice[]

/** The position the body is in while exercising. */
export const positions = [
  {value: 'supine', title: 'Lying on the back'},
  {value: 'prone', title: 'Lying face down'},
  {value: 'side-lying', title: 'Lying on the side'},
  {value: 'quadruped', title: 'On hands and knees'},
  {value: 'kneeling', title: 'Kneeling'},
  {value: 'seated', title: 'Sitting'},
  {value: 'standing', title: 'Standing'},
  {value: 'walking', title: 'Walking'},
  {value: 'in-water', title: 'In water'},
] as const satisfies readonly Choice[]

/** Regions of the body that exercises and articles speak of. */
export const bodyRegions = [
  {value: 'cervical', title: 'Neck'},
  {value: 'thoracic', title: 'Upper and middle back'},
  {value: 'lumbar', title: 'Lower back'},
  {value: 'sacroiliac', title: 'Sacroiliac joints and pelvis'},
  {value: 'abdomen', title: 'Abdomen and core'},
  {value: 'hip', title: 'Hip'},
  {value: 'leg', title: 'Leg'},
  {value: 'shoulder', title: 'Shoulder'},
  {value: 'whole-body', title: 'Whole body'},
] as const satisfies readonly Choice[]

/** Equipment; the same list serves exercises and the rules that name equipment. */
export const equipmentItems = [
  {value: 'mat', title: 'Exercise mat'},
  {value: 'chair', title: 'Chair'},
  {value: 'wall', title: 'Wall'},
  {value: 'towel', title: 'Towel'},
  {value: 'pillow', title: 'Pillow'},
  {value: 'step', title: 'Step'},
  {value: 'bench', title: 'Bench'},
  {value: 'treadmill', title: 'Treadmill'},
  {value: 'exercise-bike', title: 'Exercise bike'},
  {value: 'pool', title: 'Swimming pool'},
  {value: 'float', title: 'Float or flotation belt'},
  {value: 'resistance-band', title: 'Resistance band'},
  {value: 'stability-ball', title: 'Stability ball'},
  {value: 'foam-roller', title: 'Foam roller'},
  {value: 'dumbbell', title: 'Dumbbell'},
  {value: 'kettlebell', title: 'Kettlebell'},
  {value: 'barbell', title: 'Barbell'},
  {value: 'medicine-ball', title: 'Medicine ball'},
  {value: 'weight-machine', title: 'Weight machine'},
] as const satisfies readonly Choice[]

/** Where an exercise can be done. */
export const settings = [
  {value: 'home', title: 'At home'},
  {value: 'outdoors', title: 'Outdoors'},
  {value: 'gym', title: 'In a gym'},
  {value: 'pool', title: 'In a pool'},
  {value: 'desk', title: 'At a desk'},
] as const satisfies readonly Choice[]

/** How much guidance an exercise asks for. */
export const supervisionLevels = [
  {value: 'self', title: 'Can be learned from the page'},
  {value: 'learn-with-clinician-first', title: 'Learn with a clinician first'},
  {value: 'supervised', title: 'Only under supervision'},
] as const satisfies readonly Choice[]

/** How an exercise uses a movement pattern. */
export const patternRoles = [
  {value: 'primary', title: 'Main movement'},
  {value: 'secondary', title: 'Also involved'},
] as const satisfies readonly Choice[]

export const loads = [
  {value: 'none', title: 'No load'},
  {value: 'body', title: 'Own body weight'},
  {value: 'external', title: 'A weight or a band'},
  {value: 'overhead', title: 'A weight above the head'},
] as const satisfies readonly Choice[]

export const ranges = [
  {value: 'mid', title: 'Middle of the range'},
  {value: 'end', title: 'To the end of the range'},
] as const satisfies readonly Choice[]

export const speeds = [
  {value: 'controlled', title: 'Slow and controlled'},
  {value: 'ballistic', title: 'Fast or bouncing'},
] as const satisfies readonly Choice[]

export const sides = [
  {value: 'bilateral', title: 'Both sides at once'},
  {value: 'unilateral', title: 'One side'},
  {value: 'alternating', title: 'Side by side in turn'},
] as const satisfies readonly Choice[]
