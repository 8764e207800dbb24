import type {Choice} from './choice.ts'

export const severities = [
  {value: 'absolute', title: 'Absolute: avoid it'},
  {value: 'relative', title: 'Relative: ask a clinician first'},
  {value: 'precaution', title: 'Precaution: take care'},
] as const satisfies readonly Choice[]

export const targetKinds = [
  {value: 'pattern', title: 'A movement pattern'},
  {value: 'exercise', title: 'One exercise'},
  {value: 'position', title: 'A body position'},
  {value: 'kind', title: 'A kind of exercise'},
  {value: 'equipment', title: 'A piece of equipment'},
] as const satisfies readonly Choice[]

export const ruleScopes = [
  {value: 'general', title: 'General'},
  {value: 'provider-protocol', title: 'Protocol of one provider'},
] as const satisfies readonly Choice[]

export const conditionStates = [
  {value: 'present', title: 'applies to the reader'},
  {value: 'absent', title: 'does not apply to the reader'},
] as const satisfies readonly Choice[]

/** Facts that lift a rule when they are known to be true. */
export const liftingFacts = [
  {value: 'cleared-by-clinician', title: 'A clinician has agreed to it'},
  {value: 'supervised', title: 'It is done under supervision'},
  {value: 'modification-used', title: 'The modification below is used'},
] as const satisfies readonly Choice[]

export const ruleBases = [
  {value: 'guideline', title: 'Guideline'},
  {value: 'systematic-review', title: 'Systematic review'},
  {value: 'trial', title: 'Trial'},
  {value: 'cohort', title: 'Cohort study'},
  {value: 'biomechanics', title: 'Biomechanics'},
  {value: 'expert-consensus', title: 'Expert consensus'},
  {value: 'clinic-protocol', title: 'Clinic protocol'},
] as const satisfies readonly Choice[]

export const consensusLevels = [
  {value: 'settled', title: 'Settled'},
  {value: 'mixed', title: 'Mixed'},
  {value: 'contested', title: 'Contested'},
] as const satisfies readonly Choice[]

export const certaintyScales = [
  {value: 'GRADE', title: 'GRADE (high, moderate, low, very low)'},
  {value: 'OCEBM-2011', title: 'OCEBM 2011 (levels 1 to 5)'},
  {value: 'OCEBM-2009', title: 'OCEBM 2009 (levels 1a to 5)'},
  {value: 'other', title: 'Another scale'},
] as const satisfies readonly Choice[]

export const conditionKinds = [
  {value: 'pain-stage', title: 'Stage of pain'},
  {value: 'diagnosis', title: 'Diagnosis'},
  {value: 'life-stage', title: 'Life stage'},
  {value: 'post-procedure', title: 'After a procedure'},
  {value: 'risk-factor', title: 'Risk factor'},
  {value: 'medication', title: 'Medication'},
  {value: 'anyone', title: 'Everybody (for rules that hold for every reader)'},
] as const satisfies readonly Choice[]

export const stageUnits = [
  {value: 'days', title: 'Days'},
  {value: 'weeks', title: 'Weeks'},
] as const satisfies readonly Choice[]

export const movementAxes = [
  {value: 'flexion', title: 'Flexion (bending forward)'},
  {value: 'extension', title: 'Extension (bending back)'},
  {value: 'lateral-flexion', title: 'Lateral flexion (bending to the side)'},
  {value: 'rotation', title: 'Rotation (twisting)'},
  {value: 'axial-load', title: 'Axial load'},
  {value: 'traction', title: 'Traction'},
  {value: 'balance', title: 'Balance'},
  {value: 'impact', title: 'Impact'},
  {value: 'breath-hold', title: 'Holding the breath'},
  {value: 'posture', title: 'Posture'},
] as const satisfies readonly Choice[]

export const joints = [
  {value: 'cervical-spine', title: 'Neck (cervical spine)'},
  {value: 'thoracic-spine', title: 'Thoracic spine'},
  {value: 'lumbar-spine', title: 'Lumbar spine'},
  {value: 'sacroiliac', title: 'Sacroiliac joints'},
  {value: 'hip', title: 'Hip'},
  {value: 'knee', title: 'Knee'},
  {value: 'ankle', title: 'Ankle'},
  {value: 'shoulder', title: 'Shoulder'},
  {value: 'whole-body', title: 'Whole body'},
] as const satisfies readonly Choice[]

/** The three care-card levels of the NHS service manual. */
export const urgencies = [
  {value: 'immediate', title: 'Immediate: emergency help now'},
  {value: 'urgent', title: 'Urgent: help today'},
  {value: 'non-urgent', title: 'Non-urgent: book an appointment'},
] as const satisfies readonly Choice[]

export const contactKinds = [
  {value: 'emergency-services', title: 'Emergency services'},
  {value: 'urgent-care', title: 'Urgent care'},
  {value: 'clinic', title: 'This clinic'},
  {value: 'primary-care', title: 'Primary care'},
  {value: 'pharmacist', title: 'Pharmacist'},
] as const satisfies readonly Choice[]
