import type {Type} from '../types/type.ts'
import {BOOLEAN, NULL} from '../types/type.ts'
import {members, unionOf} from '../types/union.ts'

/** Which outcomes a condition can have; GROQ's conditions have three. */
export interface Truth {
  readonly true: boolean
  readonly false: boolean
  readonly null: boolean
}

export function truthOf(type: Type): Truth {
  const list = members(type)
  return {
    true: list.some(
      (member) => member.kind === 'unknown' || (member.kind === 'boolean' && member.value !== false),
    ),
    false: list.some(
      (member) => member.kind === 'unknown' || (member.kind === 'boolean' && member.value !== true),
    ),
    null: list.some((member) => member.kind !== 'boolean'),
  }
}

export function typeOfTruth(truth: Truth): Type {
  const outcomes: Type[] = []
  if (truth.true && truth.false) outcomes.push(BOOLEAN)
  else if (truth.true) outcomes.push({kind: 'boolean', value: true})
  else if (truth.false) outcomes.push({kind: 'boolean', value: false})
  if (truth.null) outcomes.push(NULL)
  return unionOf(outcomes)
}
