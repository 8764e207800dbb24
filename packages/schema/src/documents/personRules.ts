import {isEmpty} from '../fields/isEmpty.ts'
import {isRecord} from '../fields/isRecord.ts'

/** Whoever reviews clinically has a credential and a clinical scope. */
export function canReviewClinically(roles: unknown, person: unknown): true | string {
  if (!Array.isArray(roles) || !roles.includes('clinical-reviewer') || !isRecord(person)) return true
  if (isEmpty(person['credentials'])) {
    return 'A clinical reviewer needs a credential: add one on the Credentials tab, or untick the role.'
  }
  const scope = person['clinicalScope']
  return (
    (typeof scope === 'string' && scope !== 'non-clinician') ||
    'A clinical reviewer needs a clinical scope: choose one on the Credentials tab, or untick the role.'
  )
}
