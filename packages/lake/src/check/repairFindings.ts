import type {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors/LakeError.ts'
import {inTransaction} from '../store/inTransaction.ts'
import {BACKUP} from './Finding.ts'
import type {Finding} from './Finding.ts'

/**
 * Repairs what can be: in the database all of it or nothing, then what only takes room goes.
 * @throws LakeError `failed` when the database refuses, as it does with two rows where there can be one.
 */
export function repairFindings(database: DatabaseSync, findings: readonly Finding[]): void {
  const tidying = findings.filter(({isTidying}) => isTidying === true)
  const others = findings.filter(({isTidying}) => isTidying !== true)
  try {
    inTransaction(database, () => repairOnce(others))
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new LakeError('failed', `Nothing was repaired: ${reason}. ${BACKUP}`, {cause})
  }
  repairOnce(tidying)
}

// Several findings may have one repair.
function repairOnce(findings: readonly Finding[]): void {
  for (const repair of new Set(findings.map((finding) => finding.repair))) repair?.()
}
