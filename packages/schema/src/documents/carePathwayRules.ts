import {isRecord} from '../fields/isRecord.ts'

/** A remark on an immediate pathway that does not lead to emergency services. */
export function leadsToEmergencyServices(action: unknown, pathway: unknown): true | string {
  if (!isRecord(pathway) || pathway['urgency'] !== 'immediate' || !isRecord(action)) return true
  return (
    action['contactKind'] === undefined ||
    action['contactKind'] === 'emergency-services' ||
    'Immediate help usually means emergency services. Check the urgency and whom readers turn to.'
  )
}
